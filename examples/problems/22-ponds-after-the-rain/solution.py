def ponds(ground: list[list[int]], level: int) -> list[int]:
    wet = {(y, x) for y, row in enumerate(ground) for x, height in enumerate(row) if height < level}
    sides = [(0, 1), (1, 0), (0, -1), (-1, 0)]
    sizes = []
    while wet:
        waiting = [wet.pop()]
        size = 0
        while waiting:
            y, x = waiting.pop()
            size += 1
            for down, right in sides:
                field = (y + down, x + right)
                if field in wet:
                    wet.remove(field)
                    waiting.append(field)
        sizes.append(size)
    return sizes
