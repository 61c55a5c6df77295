import type { ProgramLanguage } from '../execution.ts';
import type { Type } from '../schema/type.ts';
import type { Value } from '../values/decode.ts';
import { javaReference, typeIn } from './types.ts';

const INT64_MIN = -(2n ** 63n);

/**
 * An expression for the value of a declared type; `any` only in Python and JavaScript. In Java maps need
 * `mapOf` and in C lists, maps and optionals need `keep`, which {@link constantAnswer} defines.
 */
export function literalIn(language: ProgramLanguage, type: Type, value: Value): string {
  return literal(language, type, value, false);
}

function literal(language: ProgramLanguage, type: Type, value: Value, nested: boolean): string {
  const write = WRITERS[language];
  const inner = (item: Value) => literal(language, 'of' in type ? type.of : type, item, true);
  if (value === null) return write.none(type);
  if (type.kind === 'optional') return write.some(type.of, inner(value));
  if (Array.isArray(value)) return write.list(type, value.map(inner), nested);
  if (value instanceof Map) {
    const entries = [...value].map(([key, item]): [string, string] => [write.string(key), inner(item)]);
    return write.map(type, entries);
  }
  if (typeof value === 'boolean') return write.bool(value);
  if (typeof value === 'string') return write.string(value);
  if (typeof value === 'bigint') return write.int(value);
  return write.float(value);
}

interface Writer {
  int(value: bigint): string;
  float(value: number): string;
  bool(value: boolean): string;
  string(value: string): string;
  list(type: Type, items: string[], nested: boolean): string;
  map(type: Type, entries: [string, string][]): string;
  none(type: Type): string;
  some(of: Type, literal: string): string;
}

const python: Writer = {
  int: String,
  float: value => (Number.isFinite(value) ? decimal(value) : `float("${value}")`),
  bool: value => (value ? 'True' : 'False'),
  // JSON's string escapes are Python's too.
  string: value => JSON.stringify(value),
  list: (_, items) => `[${items.join(', ')}]`,
  map: (_, entries) => `{${entries.map(([key, item]) => `${key}: ${item}`).join(', ')}}`,
  none: () => 'None',
  some: (_, literal) => literal,
};

const javascript: Writer = {
  ...python,
  int: value => (Number.isSafeInteger(Number(value)) ? String(value) : `${value}n`),
  float: value => (Object.is(value, -0) ? '-0' : String(value)),
  bool: String,
  // A plain key __proto__ would set the prototype.
  map: (_, entries) => `{ ${entries.map(([key, item]) => `[${key}]: ${item}`).join(', ')} }`,
  none: () => 'null',
};

const java: Writer = {
  int: value => `${value}L`,
  float: value =>
    Number.isNaN(value)
      ? 'Double.NaN'
      : Number.isFinite(value)
        ? decimal(value)
        : `Double.${value > 0 ? 'POSITIVE' : 'NEGATIVE'}_INFINITY`,
  bool: String,
  string: value => JSON.stringify(value),
  list: (type, items, nested) => {
    const name = typeIn('java', type);
    if (name.endsWith('[]') && !nested) return `new ${name} {${items.join(', ')}}`;
    const of = javaReference('of' in type ? type.of : type);
    return `java.util.Arrays.<${of}>asList(${items.join(', ')})`;
  },
  map: (_, entries) => `mapOf(${entries.flat().join(', ')})`,
  none: type => `(${javaReference(type)}) null`,
  some: (_, literal) => literal,
};

const c: Writer = {
  int: value => (value === INT64_MIN ? '(-9223372036854775807LL - 1)' : `${value}LL`),
  float: value =>
    Number.isNaN(value)
      ? '__builtin_nan("")'
      : Number.isFinite(value)
        ? decimal(value)
        : `${value > 0 ? '' : '-'}__builtin_inf()`,
  bool: String,
  string: value => {
    const { text, bytes, hasNul } = cString(value);
    return hasNul ? `capsule_string(${text}, ${bytes})` : text;
  },
  list: (type, items) => cStruct(type, 'of' in type ? typeIn('c', type.of) : 'void *', items),
  map: (type, entries) =>
    cStruct(
      type,
      `${typeIn('c', type)}_entry`,
      entries.map(([key, item]) => `{${key}, ${item}}`),
    ),
  none: () => 'NULL',
  some: (of, literal) => {
    if (of.kind === 'string' || of.kind === 'optional') return literal;
    const name = typeIn('c', of);
    return `keep((${name}[]){${literal}}, sizeof(${name}))`;
  },
};

const cpp: Writer = {
  ...c,
  string: value => {
    const { text, bytes } = cString(value);
    return `std::string(${text}, ${bytes})`;
  },
  list: (type, items) => `${typeIn('cpp', type)}{${items.join(', ')}}`,
  map: (type, entries) => {
    const of = typeIn('cpp', 'of' in type ? type.of : type);
    const pair = `std::pair<const std::string, ${of}>`;
    return `${typeIn('cpp', type)}{${entries.map(([key, item]) => `${pair}(${key}, ${item})`).join(', ')}}`;
  },
  none: type => `${typeIn('cpp', type)}()`,
  some: (of, literal) => `${typeIn('cpp', { kind: 'optional', of })}(${literal})`,
};

const WRITERS: Record<ProgramLanguage, Writer> = { python, javascript, java, c, cpp };

/** A finite float that no language takes for an integer. */
function decimal(value: number): string {
  const text = Object.is(value, -0) ? '-0' : String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** A string literal with its length in bytes; what is not plain ASCII is escaped in octal, which ends by itself. */
export function cString(value: string): { text: string; bytes: number; hasNul: boolean } {
  const bytes = utf8(value);
  const parts = bytes.map(byte => {
    const plain = byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c;
    return plain ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`;
  });
  return { text: `"${parts.join('')}"`, bytes: bytes.length, hasNul: bytes.includes(0) };
}

/** UTF-8, in which a lone surrogate has three bytes like its neighbours (WTF-8). */
function utf8(value: string): number[] {
  return [...value].flatMap(character => {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0xd800 || point > 0xdfff) return [...new TextEncoder().encode(character)];
    return [0xe0 | (point >> 12), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f)];
  });
}

function cStruct(type: Type, item: string, items: string[]): string {
  const name = typeIn('c', type);
  if (items.length === 0) return `(${name}){NULL, 0}`;
  const size = `${items.length} * sizeof(${item})`;
  return `(${name}){keep((${item}[]){${items.join(', ')}}, ${size}), ${items.length}}`;
}
