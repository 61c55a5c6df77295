def winner(ballots: list[str]) -> str | None:
    votes: dict[str, int] = {}
    for name in ballots:
        if name != "":
            votes[name] = votes.get(name, 0) + 1
    best, leader = 0, None
    for name, count in votes.items():
        if count > best:
            best, leader = count, name
        elif count == best:
            leader = None
    return leader
