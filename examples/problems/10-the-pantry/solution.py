def restock(pantry: dict[str, int], changes: dict[str, int]) -> dict[str, int]:
    result = {}
    for food in pantry.keys() | changes.keys():
        amount = pantry.get(food, 0) + changes.get(food, 0)
        if amount > 0:
            result[food] = amount
    return result
