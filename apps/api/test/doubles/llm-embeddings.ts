const DIMENSIONS = 256;

/**
 * A vector of a text that is close to those of texts with the same words: each word's letters in threes are counted, by a
 * hash. It knows no meaning; synonyms are far apart.
 */
export function embeddingOf(text: string): number[] {
  const vector = Array<number>(DIMENSIONS).fill(0);
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    const padded = ` ${word} `;
    for (let i = 0; i + 3 <= padded.length; i++) {
      const place = hash(padded.slice(i, i + 3));
      vector[place] = (vector[place] ?? 0) + 1;
    }
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map(value => value / length);
}

function hash(text: string): number {
  let value = 2_166_136_261;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 16_777_619);
  return (value >>> 0) % DIMENSIONS;
}
