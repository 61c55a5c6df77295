function stamps(values, postage, most) {
  const never = postage + 1;
  const fewest = [0];
  for (let total = 1; total <= postage; total++) {
    fewest[total] = never;
    for (const value of values) {
      if (value <= total) {
        fewest[total] = Math.min(fewest[total], fewest[total - value] + 1);
      }
    }
  }
  const needed = fewest[postage];
  if (needed >= never || (most !== null && needed > most)) return null;
  return needed;
}
