def stamps(values: list[int], postage: int, most: int | None) -> int | None:
    never = postage + 1
    fewest = [0] + [never] * postage
    for total in range(1, postage + 1):
        for value in values:
            if value <= total:
                fewest[total] = min(fewest[total], fewest[total - value] + 1)
    needed = fewest[postage]
    if needed >= never or (most is not None and needed > most):
        return None
    return needed
