function sheets(stickers, size) {
  const all = BigInt(stickers);
  const each = BigInt(size);
  const full = all / each;
  return all % each > 0n ? full + 1n : full;
}
