def boat(weights: list[int], trips: int) -> int:
    low, high = max(weights, default=0), sum(weights)
    while low < high:
        middle = low + (high - low) // 2
        needed, load = 1, 0
        for weight in weights:
            if load + weight > middle:
                needed += 1
                load = 0
            load += weight
        if needed <= trips:
            high = middle
        else:
            low = middle + 1
    return low
