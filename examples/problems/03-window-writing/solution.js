function mirror(text) {
  return text
    .split('\n')
    .map(line => [...line].reverse().join(''))
    .join('\n');
}
