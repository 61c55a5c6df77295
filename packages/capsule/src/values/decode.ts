import type { Type } from '../schema/type.ts';

/**
 * A value as the server compares it. `int` is a bigint, so that 64 bits are exact; everything under
 * `any` is plain JSON data.
 */
export type Value = bigint | number | boolean | string | null | Value[] | Map<string, Value>;

const INT64 = { min: -(2n ** 63n), max: 2n ** 63n - 1n };

/**
 * Reads JSON as a value of the declared type. Where JSON has no spelling, a string stands in:
 * an `int` past 2^53 as its decimal digits, a `float` as "NaN", "Infinity" or
 * "-Infinity"; also as "-0", whose sign many writers of JSON drop.
 * @throws TypeError naming the place and what was expected there.
 */
export function decodeValue(type: Type, json: unknown, path = 'value'): Value {
  switch (type.kind) {
    case 'int':
      return decodeInt(json, path);
    case 'float':
      if (typeof json === 'number') return json;
      if (json === 'NaN' || json === 'Infinity' || json === '-Infinity' || json === '-0') return Number(json);
      throw mismatch(path, 'a number', json);
    case 'bool':
      if (typeof json === 'boolean') return json;
      throw mismatch(path, 'true or false', json);
    case 'string':
      if (typeof json === 'string') return json;
      throw mismatch(path, 'a string', json);
    case 'optional':
      return json === null ? null : decodeValue(type.of, json, path);
    case 'list':
      if (!Array.isArray(json)) throw mismatch(path, 'a list', json);
      return json.map((item, index) => decodeValue(type.of, item, `${path}[${index}]`));
    case 'map':
      if (!isRecord(json)) throw mismatch(path, 'an object', json);
      return new Map(
        Object.entries(json).map(([key, item]) => [key, decodeValue(type.of, item, `${path}.${key}`)]),
      );
    case 'any':
      return decodeAny(json, path);
  }
}

function decodeInt(json: unknown, path: string): bigint {
  if (typeof json === 'number' && Number.isSafeInteger(json)) return BigInt(json);
  if (typeof json === 'string' && /^-?\d{1,19}$/.test(json)) {
    const value = BigInt(json);
    if (value >= INT64.min && value <= INT64.max) return value;
  }
  throw mismatch(path, 'a 64-bit integer (past 2^53 as a string of digits)', json);
}

function decodeAny(json: unknown, path: string): Value {
  if (json === null || typeof json === 'number' || typeof json === 'boolean' || typeof json === 'string')
    return json;
  if (Array.isArray(json)) return json.map((item, index) => decodeAny(item, `${path}[${index}]`));
  if (isRecord(json))
    return new Map(Object.entries(json).map(([key, item]) => [key, decodeAny(item, `${path}.${key}`)]));
  throw mismatch(path, 'JSON', json);
}

function isRecord(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function mismatch(path: string, wanted: string, got: unknown): TypeError {
  const text = JSON.stringify(got) ?? String(got);
  return new TypeError(`${path} must be ${wanted}, not ${text.length > 80 ? `${text.slice(0, 80)}…` : text}`);
}
