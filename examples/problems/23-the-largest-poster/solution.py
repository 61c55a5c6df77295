def poster(heights: list[int]) -> int:
    best = 0
    stack: list[tuple[int, int]] = []
    for i, height in enumerate([*heights, 0]):
        start = i
        while stack and stack[-1][1] >= height:
            start, ended = stack.pop()
            best = max(best, ended * (i - start))
        stack.append((start, height))
    return best
