def typos(meant: str, typed: str) -> int:
    left, right = list(meant), list(typed)
    row = list(range(len(right) + 1))
    for i in range(1, len(left) + 1):
        above = row
        row = [i]
        for j in range(1, len(right) + 1):
            other = above[j - 1] + (0 if left[i - 1] == right[j - 1] else 1)
            row.append(min(other, above[j] + 1, row[j - 1] + 1))
    return row[-1]
