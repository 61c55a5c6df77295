def fields(line: str) -> list[str]:
    result = []
    at = 0
    while True:
        field = ""
        if line[at : at + 1] == '"':
            at += 1
            while line[at] != '"' or line[at + 1 : at + 2] == '"':
                field += line[at]
                at += 2 if line[at] == '"' else 1
            at += 1
        else:
            while at < len(line) and line[at] != ",":
                field += line[at]
                at += 1
        result.append(field)
        if at >= len(line):
            return result
        at += 1
