import { pick } from '../../random.ts';
import type { Type } from '../../schema/type.ts';
import type { Value } from '../../values/decode.ts';
import type { Dictionary } from './dictionary.ts';

type Random = () => number;

const INT64 = { min: -(2n ** 63n), max: 2n ** 63n - 1n };
/** Most values stay as they are, so that an input keeps the shape that the exercise wants. */
const KEEP = 0.4;

/** A value near the given one: one off, its opposite, empty, longer, shorter, in another order. */
export function changedValue(type: Type, value: Value, dictionary: Dictionary, random: Random): Value {
  if (random() < KEEP) return value;
  if (type.kind === 'optional') {
    if (value === null || random() < 0.15) return value === null ? value : null;
    return changedValue(type.of, value, dictionary, random);
  }
  if (typeof value === 'bigint') return changedInt(value, dictionary, random);
  if (typeof value === 'number') return changedFloat(value, random);
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string') return changedString(value, dictionary, random);
  const of: Type = 'of' in type ? type.of : { kind: 'any' };
  if (Array.isArray(value)) return changedList(of, value, dictionary, random);
  if (value instanceof Map) {
    const entries = [...value].filter(() => random() > 0.2);
    return new Map(entries.map(([key, item]) => [key, changedValue(of, item, dictionary, random)]));
  }
  return value;
}

function changedInt(value: bigint, { integers }: Dictionary, random: Random): bigint {
  const small = BigInt(Math.floor(random() * 21) - 10);
  const next = pick(random, [value + 1n, value - 1n, value + small, -value, 0n, 1n, value * 2n, ...integers]);
  return next < INT64.min || next > INT64.max ? value : next;
}

function changedFloat(value: number, random: Random): number {
  return pick(random, [value + 1, value - 1, -value, 0, value / 2, value * 2, Math.round(value)]);
}

export function changedString(value: string, { texts }: Dictionary, random: Random): string {
  const characters = [...value];
  const at = Math.floor(random() * (characters.length + 1));
  const without = [...characters.slice(0, at), ...characters.slice(at + 1)].join('');
  const again = [...characters.slice(0, at), ...characters.slice(Math.max(0, at - 1))].join('');
  const other = characters.length === 0 ? 'a' : pick(random, characters);
  const inserted = [...characters.slice(0, at), other, ...characters.slice(at)].join('');
  const backwards = characters.toReversed().join('');
  return pick(random, [
    without,
    again,
    inserted,
    backwards,
    value.toUpperCase(),
    value.toLowerCase(),
    '',
    ...texts,
  ]);
}

function changedList(of: Type, items: Value[], dictionary: Dictionary, random: Random): Value[] {
  const at = Math.floor(random() * Math.max(1, items.length));
  const one = items.slice(at, at + 1);
  return pick<() => Value[]>(random, [
    () => items.toSpliced(at, 1),
    () => items.toSpliced(at, 0, ...one),
    () => items.toReversed(),
    () => items.slice(0, 1),
    () => [],
    () => items.map(item => changedValue(of, item, dictionary, random)),
    () => items.map((item, index) => (index === at ? changedValue(of, item, dictionary, random) : item)),
    () => [...items, ...one.map(item => changedValue(of, item, dictionary, random))],
  ])();
}
