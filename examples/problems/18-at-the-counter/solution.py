def waits(arrivals: list[int], services: list[int]) -> list[int]:
    result = []
    free = 0
    for arrival, service in zip(arrivals, services):
        start = max(free, arrival)
        result.append(start - arrival)
        free = start + service
    return result
