function loners(socks) {
  const counts = new Map();
  for (const sock of socks) {
    counts.set(sock, (counts.get(sock) ?? 0) + 1);
  }
  return [...counts.keys()].filter(colour => counts.get(colour) % 2 === 1);
}
