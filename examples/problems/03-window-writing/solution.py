def mirror(text: str) -> str:
    return "\n".join(line[::-1] for line in text.split("\n"))
