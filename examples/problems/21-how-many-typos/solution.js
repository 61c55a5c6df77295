function typos(meant, typed) {
  const characters = text => [...text];
  const left = characters(meant);
  const right = characters(typed);
  let row = Array.from({ length: right.length + 1 }, (_, j) => j);
  for (let i = 1; i <= left.length; i++) {
    const above = row;
    row = [i];
    for (let j = 1; j <= right.length; j++) {
      const other = above[j - 1] + (left[i - 1] === right[j - 1] ? 0 : 1);
      row.push(Math.min(other, above[j] + 1, row[j - 1] + 1));
    }
  }
  return row[right.length];
}
