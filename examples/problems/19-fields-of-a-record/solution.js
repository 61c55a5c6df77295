function fields(line) {
  const result = [];
  let at = 0;
  for (;;) {
    let field = '';
    if (line[at] === '"') {
      at++;
      while (line[at] !== '"' || line[at + 1] === '"') {
        field += line[at];
        at += line[at] === '"' ? 2 : 1;
      }
      at++;
    } else {
      while (at < line.length && line[at] !== ',') {
        field += line[at];
        at++;
      }
    }
    result.push(field);
    if (at >= line.length) return result;
    at++;
  }
}
