def rush(times: list[int], span: int) -> int:
    most = first = 0
    for last, time in enumerate(times):
        while time - times[first] >= span:
            first += 1
        most = max(most, last - first + 1)
    return most
