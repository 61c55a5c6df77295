function ponds(ground, level) {
  const wet = ground.map(row => row.map(height => height < level));
  const sides = [
    [0, 1],
    [1, 0],
    [0, -1],
    [-1, 0],
  ];
  const sizes = [];
  ground.forEach((row, y) => {
    row.forEach((_, x) => {
      if (!wet[y][x]) return;
      wet[y][x] = false;
      const waiting = [[y, x]];
      let size = 0;
      while (waiting.length > 0) {
        const [fromY, fromX] = waiting.pop();
        size++;
        for (const [down, right] of sides) {
          const [toY, toX] = [fromY + down, fromX + right];
          if (wet[toY]?.[toX]) {
            wet[toY][toX] = false;
            waiting.push([toY, toX]);
          }
        }
      }
      sizes.push(size);
    });
  });
  return sizes;
}
