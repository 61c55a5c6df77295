def encode(note: str, shift: int) -> str:
    result = []
    for letter in note:
        if "a" <= letter <= "z":
            first = ord("a")
        elif "A" <= letter <= "Z":
            first = ord("A")
        else:
            result.append(letter)
            continue
        result.append(chr(first + (ord(letter) - first + shift) % 26))
    return "".join(result)
