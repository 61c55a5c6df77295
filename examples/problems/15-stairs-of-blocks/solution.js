function stairs(blocks) {
  const given = BigInt(blocks);
  let low = 0n;
  let high = 4294967296n;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if ((middle * (middle + 1n)) / 2n <= given) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return low;
}
