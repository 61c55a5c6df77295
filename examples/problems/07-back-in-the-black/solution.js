function recovery(balances) {
  let below = false;
  for (let i = 0; i < balances.length; i++) {
    if (balances[i] < 0) {
      below = true;
    } else if (below) {
      return i + 1;
    }
  }
  return null;
}
