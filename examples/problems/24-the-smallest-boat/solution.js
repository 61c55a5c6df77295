function boat(weights, trips) {
  let low = 0n;
  let high = 0n;
  for (const weight of weights) {
    if (weight > low) low = BigInt(weight);
    high += BigInt(weight);
  }
  while (low < high) {
    const middle = (low + high) / 2n;
    let needed = 1;
    let load = 0n;
    for (const weight of weights) {
      if (load + BigInt(weight) > middle) {
        needed++;
        load = 0n;
      }
      load += BigInt(weight);
    }
    if (needed <= trips) {
      high = middle;
    } else {
      low = middle + 1n;
    }
  }
  return low;
}
