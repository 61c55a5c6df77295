function restock(pantry, changes) {
  const before = new Map(Object.entries(pantry));
  const added = new Map(Object.entries(changes));
  const result = new Map();
  for (const food of new Set([...before.keys(), ...added.keys()])) {
    const amount = BigInt(before.get(food) ?? 0) + BigInt(added.get(food) ?? 0);
    if (amount > 0n) result.set(food, amount);
  }
  return result;
}
