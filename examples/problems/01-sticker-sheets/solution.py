def sheets(stickers: int, size: int) -> int:
    full, left = divmod(stickers, size)
    return full + 1 if left > 0 else full
