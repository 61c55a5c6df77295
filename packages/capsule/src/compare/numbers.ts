export interface Tolerance {
  relative: number;
  absolute: number;
}

/** Equal within either tolerance, as Python's math.isclose (PEP 485); NaN equals NaN, an infinity only itself. */
export function isClose(a: number, b: number, { relative, absolute }: Tolerance): boolean {
  if (Object.is(a, b) || a === b) return true;
  if (!Number.isFinite(a) || !Number.isFinite(b)) return false;
  const difference = Math.abs(a - b);
  return difference <= absolute || difference <= relative * Math.max(Math.abs(a), Math.abs(b));
}
