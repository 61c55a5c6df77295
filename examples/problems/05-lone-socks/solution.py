def loners(socks: list[str]) -> list[str]:
    counts: dict[str, int] = {}
    for sock in socks:
        counts[sock] = counts.get(sock, 0) + 1
    return [colour for colour, count in counts.items() if count % 2 == 1]
