def shorten(pattern: str, ones: bool) -> str:
    parts = []
    start = 0
    for end in range(1, len(pattern) + 1):
        if end == len(pattern) or pattern[end] != pattern[start]:
            count = end - start
            number = str(count) if ones or count > 1 else ""
            parts.append(number + pattern[start])
            start = end
    return "".join(parts)
