/** A vector as one signed byte a dimension: its direction, to within a percent, in a sixth of the room. */
export function packed(vector: readonly number[]): string {
  const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  const bytes = vector.map(value => Math.round((127 * value) / largest) & 0xff);
  return btoa(bytes.map(byte => String.fromCharCode(byte)).join(''));
}

/** Its direction again; its length is lost. */
export function unpacked(text: string): Int8Array {
  return Int8Array.from(atob(text), character => (character.charCodeAt(0) << 24) >> 24);
}
