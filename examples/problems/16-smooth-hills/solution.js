function smooth(heights, reach) {
  return heights.map((_, i) => {
    const start = Math.max(0, i - reach);
    const end = Math.min(heights.length, i + reach + 1);
    let total = 0;
    for (let j = start; j < end; j++) total += heights[j];
    return total / (end - start);
  });
}
