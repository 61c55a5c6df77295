def badge(first: str, nickname: str | None, last: str) -> str:
    if not nickname:
        return f"{first} {last}"
    plain = nickname.replace('"', "'")
    return f'{first} "{plain}" {last}'
