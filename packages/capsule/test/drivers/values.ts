import fc from 'fast-check';
import type { Type } from '../../src/schema/type.ts';
import type { Value } from '../../src/values/decode.ts';

const INT64_MIN = -(2n ** 63n);
const INT64_MAX = 2n ** 63n - 1n;
const SAFE = 2n ** 53n;

const texts = [
  '',
  'a"b\\c/',
  'line\nbreak\r\t\b\f',
  'nul\0 within\0',
  '\0',
  '𝄞 é ß 漢 👩‍👩‍👧',
  '\u2028\u2029\u007f\u0080\ufeff\uffff',
  '\ud800',
  '\udc00\ud800x',
  "'; $x %s {}",
];
const KEYS = [
  '__proto__',
  '',
  'constructor',
  'toString',
  'a"b\\',
  'nul\0',
  '漢',
  'length',
  '0',
  '-1',
  'hasOwnProperty',
];

/** What each type must carry, whatever else chance brings. */
export const EDGES: Record<'int' | 'float' | 'bool' | 'string', Value[]> = {
  int: [
    0n,
    1n,
    -1n,
    SAFE - 1n,
    SAFE,
    SAFE + 1n,
    -SAFE,
    -SAFE - 1n,
    INT64_MAX,
    INT64_MIN,
    1n << 31n,
    -(1n << 31n),
  ],
  float: [
    ...[
      0,
      -0,
      1,
      -1.5,
      0.1,
      1 / 3,
      5e-324,
      Number.MAX_VALUE,
      Number.MIN_VALUE,
      Number.EPSILON,
      2 ** 53,
      2 ** 70,
    ],
    ...[
      1e21,
      1e-7,
      123456789012345680,
      2.2250738585072014e-308,
      4.35,
      NaN,
      Infinity,
      -Infinity,
      2e-3,
      2 ** -44,
    ],
  ],
  bool: [true, false],
  string: texts,
};

const unit = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  fc.integer({ min: 0, max: 0xffff }).map(code => String.fromCharCode(code)),
);
const string = fc.oneof(fc.constantFrom(...texts), fc.string({ unit, maxLength: 8 }));

/** Values of the type, the awkward ones often. */
export function valuesOf(type: Type): fc.Arbitrary<Value> {
  switch (type.kind) {
    case 'int':
      return fc.oneof(
        fc.constantFrom(...EDGES.int),
        fc.bigInt({ min: INT64_MIN, max: INT64_MAX }),
        fc.bigInt({ min: -1000n, max: 1000n }),
      );
    case 'float':
      return fc.oneof(fc.constantFrom(...EDGES.float), fc.double());
    case 'bool':
      return fc.boolean();
    case 'string':
      return string;
    case 'list':
      return fc.array(valuesOf(type.of), { maxLength: 4 });
    case 'map':
      return fc
        .array(fc.tuple(fc.oneof(fc.constantFrom(...KEYS), string), valuesOf(type.of)), { maxLength: 4 })
        .map(entries => new Map(entries));
    case 'optional':
      return fc.oneof(fc.constant(null), valuesOf(type.of));
    case 'any':
      return fc.letrec<{ any: Value }>(tie => ({
        any: fc.oneof(
          { maxDepth: 3, withCrossShrink: true },
          fc.constantFrom<Value>(null, true, false, 0, -0, 1, 0.5, 1e300),
          string,
          fc.array(tie('any'), { maxLength: 3 }),
          fc.array(fc.tuple(string, tie('any')), { maxLength: 3 }).map(entries => new Map(entries)),
        ),
      })).any;
  }
}
