def quiet(start: int, end: int, now: int) -> bool:
    if start < end:
        return start <= now < end
    return now >= start or now < end
