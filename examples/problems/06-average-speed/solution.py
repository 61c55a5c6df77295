def speed(distances: list[float], hours: list[float]) -> float:
    distance = time = 0.0
    for length, duration in zip(distances, hours):
        distance += length
        time += duration
    return distance / time if time > 0 else 0.0
