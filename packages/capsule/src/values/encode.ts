import type { z } from 'zod';
import type { Value } from './decode.ts';

type Json = z.core.util.JSONType;

/** The JSON that {@link decodeValue} reads as this value. */
export function encodeValue(value: Value): Json {
  if (Array.isArray(value)) return value.map(encodeValue);
  if (value instanceof Map)
    return Object.fromEntries([...value].map(([key, item]) => [key, encodeValue(item)]));
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  }
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  return value;
}
