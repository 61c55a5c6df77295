def smooth(heights: list[float], reach: int) -> list[float]:
    result = []
    for i in range(len(heights)):
        start = max(0, i - reach)
        end = min(len(heights), i + reach + 1)
        total = sum(heights[start:end])
        result.append(total / (end - start))
    return result
