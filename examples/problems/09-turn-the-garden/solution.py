def turn(beds: list[list[int]], quarters: int) -> list[list[int]]:
    for _ in range(quarters % 4):
        beds = [list(column) for column in zip(*beds[::-1])]
    return beds
