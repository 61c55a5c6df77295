function shorten(pattern, ones) {
  const stitches = [...pattern];
  let text = '';
  let start = 0;
  for (let end = 1; end <= stitches.length; end++) {
    if (end === stitches.length || stitches[end] !== stitches[start]) {
      const count = end - start;
      if (ones || count > 1) text += String(count);
      text += stitches[start];
      start = end;
    }
  }
  return text;
}
