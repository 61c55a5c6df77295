def stairs(blocks: int) -> int:
    low, high = 0, 2**32
    while high - low > 1:
        middle = (low + high) // 2
        if middle * (middle + 1) // 2 <= blocks:
            low = middle
        else:
            high = middle
    return low
