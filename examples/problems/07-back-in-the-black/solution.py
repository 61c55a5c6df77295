def recovery(balances: list[int]) -> int | None:
    below = False
    for day, balance in enumerate(balances, start=1):
        if balance < 0:
            below = True
        elif below:
            return day
    return None
