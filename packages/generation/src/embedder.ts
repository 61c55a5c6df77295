import type { CallCost } from './model.ts';

/** Turns texts into vectors that point the same way when the texts mean the same. */
export interface Embedder {
  /** Names the model; vectors of different ones can't be compared. */
  id: string;
  /** @throws ModelError */
  embed(text: string): Promise<{ vector: number[]; cost: CallCost }>;
}

/** Cosine of the angle between two vectors, −1 to 1; 0 for vectors that can't be compared. */
export function similarity(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return 0;
  let [dot, squaresA, squaresB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] ?? 0, b[i] ?? 0];
    dot += x * y;
    squaresA += x * x;
    squaresB += y * y;
  }
  const lengths = Math.sqrt(squaresA * squaresB);
  return lengths === 0 ? 0 : dot / lengths;
}
