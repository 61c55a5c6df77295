/** Values that the solution itself speaks of: faults sit at and beside them. */
export interface Dictionary {
  integers: bigint[];
  texts: string[];
}

/** Reads numbers and quoted texts out of a source, in any of the languages. */
export function dictionaryOf(source: string): Dictionary {
  const numbers = [...source.matchAll(/(?<![\w.])\d{1,15}(?![\w.])/g)].map(([digits]) => BigInt(digits));
  const texts = [...source.matchAll(/"([^"\n\\]{1,40})"|'([^'\n\\]{1,40})'/g)].map(
    ([, a, b]) => a ?? b ?? '',
  );
  return {
    integers: [...new Set(numbers.flatMap(number => [number, number + 1n, number - 1n]))],
    texts: [...new Set(texts)],
  };
}
