import type { Value } from './decode.ts';

/** The value as JSON text for a driver: what `encodeValue` gives, but it keeps -0, which JSON.stringify drops. */
export function writeValue(value: Value): string {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? String(value) : `"${value}"`;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return `"${value}"`;
    return Object.is(value, -0) ? '-0.0' : String(value);
  }
  if (Array.isArray(value)) return `[${value.map(writeValue).join(',')}]`;
  if (value instanceof Map) {
    return `{${[...value].map(([key, item]) => `${JSON.stringify(key)}:${writeValue(item)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
