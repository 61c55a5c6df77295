def clubs(likes: dict[str, list[str]]) -> dict[str, list[str]]:
    fans: dict[str, list[str]] = {}
    for person in sorted(likes):
        for band in likes[person]:
            club = fans.setdefault(band, [])
            if person not in club:
                club.append(person)
    return fans
