def carry(readings: list[int | None], limit: int) -> list[int | None]:
    result = []
    last, carried = None, 0
    for reading in readings:
        if reading is not None:
            last, carried = reading, 0
        elif carried < limit:
            carried += 1
        else:
            last = None
        result.append(last)
    return result
