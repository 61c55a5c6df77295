import type { ValueComparer } from '../schema/judge.ts';
import type { Value } from '../values/decode.ts';
import { showValue } from '../values/show.ts';
import { isClose, type Tolerance } from './numbers.ts';

const EXACT: Tolerance = { relative: 0, absolute: 0 };

/** Whether two values of the same declared type are equal under the comparer. */
export function valuesAgree(comparer: ValueComparer, expected: Value, actual: Value): boolean {
  switch (comparer.kind) {
    case 'exact':
      return equal(expected, actual, EXACT);
    case 'float':
      return equal(expected, actual, comparer);
    case 'unordered':
      return sameMultiset(expected, actual);
  }
}

function equal(a: Value, b: Value, tolerance: Tolerance): boolean {
  if (typeof a === 'number' && typeof b === 'number') return isClose(a, b, tolerance);
  if (Array.isArray(a)) {
    return (
      Array.isArray(b) && a.length === b.length && a.every((item, i) => equal(item, b[i] ?? null, tolerance))
    );
  }
  if (a instanceof Map) {
    if (!(b instanceof Map) || a.size !== b.size) return false;
    return [...a].every(([key, item]) => b.has(key) && equal(item, b.get(key) ?? null, tolerance));
  }
  return a === b;
}

/** The outermost list is compared as a multiset; lists inside it keep their order. */
function sameMultiset(a: Value, b: Value): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return equal(a, b, EXACT);
  if (a.length !== b.length) return false;
  const key = (value: Value) => showValue(sortKeys(value));
  const left = a.map(key).sort();
  const right = b.map(key).sort();
  return left.every((item, i) => item === right[i]);
}

function sortKeys(value: Value): Value {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (!(value instanceof Map)) return Object.is(value, -0) ? 0 : value;
  return new Map([...value].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, sortKeys(item)]));
}
