function poster(heights) {
  let best = 0n;
  const stack = [];
  for (const [i, board] of [...heights, 0].entries()) {
    const height = BigInt(board);
    let start = i;
    while (stack.length > 0 && stack[stack.length - 1].height >= height) {
      const ended = stack.pop();
      start = ended.start;
      const area = ended.height * BigInt(i - start);
      if (area > best) best = area;
    }
    stack.push({ start, height });
  }
  return best;
}
