import fc from 'fast-check';

/** A schema of the OpenAPI document, as far as the document uses JSON Schema. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  pattern?: string;
  format?: string;
}

const MAX_DEPTH = 6;
/** Long enough to meet short limits; the body limit has tests of its own. */
const MAX_CHARS = 300;

/** Values that fit a schema, near enough: what a pattern or a rule in code asks for is for mutations to miss anyway. */
export function fitting(
  schema: Schema,
  components: Record<string, Schema>,
  depth = 0,
): fc.Arbitrary<unknown> {
  const inner = (next: Schema) => fitting(next, components, depth + 1);
  if (depth > MAX_DEPTH) return fc.constant(null);
  if (schema.$ref) return inner(components[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices && choices.length > 0) return fc.oneof(...choices.map(inner));
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  switch (type) {
    case 'string':
      return text(schema);
    case 'integer':
    case 'number':
      return fc.integer({
        min: Math.max(schema.minimum ?? -5, -1e6),
        max: Math.min(schema.maximum ?? 5, 1e6),
      });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array': {
      const minLength = schema.minItems ?? 0;
      return fc.array(inner(schema.items ?? {}), { minLength, maxLength: Math.max(minLength, 3) });
    }
    case 'object':
      return record(schema, inner);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function text({ minLength = 0, maxLength = MAX_CHARS, format, pattern }: Schema): fc.Arbitrary<unknown> {
  if (format === 'email') return fc.integer({ min: 1 }).map(n => `fuzz-${n}@example.com`);
  if (format === 'date-time') return fc.date({ noInvalidDate: true }).map(date => date.toISOString());
  if (pattern !== undefined && pattern.length < 100)
    return fc.oneof(fc.stringMatching(new RegExp(pattern, 'u')), fc.string());
  return fc.string({
    unit: 'binary',
    minLength,
    maxLength: Math.max(minLength, Math.min(maxLength, MAX_CHARS)),
  });
}

function record(schema: Schema, inner: (schema: Schema) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const properties = Object.entries(schema.properties ?? {}).map(
    ([key, value]) => [key, inner(value)] as const,
  );
  const known = fc.record(Object.fromEntries(properties), { requiredKeys: schema.required ?? [] });
  if (typeof schema.additionalProperties !== 'object' || properties.length > 0) return known;
  return fc.dictionary(fc.string({ maxLength: 10 }), inner(schema.additionalProperties), { maxKeys: 3 });
}

/** What no schema asks for. */
const odd = fc.constantFrom<unknown>(
  null,
  '',
  0,
  -1,
  1e308,
  Number.MAX_SAFE_INTEGER + 2,
  true,
  [],
  {},
  [[[[[[]]]]]],
  '\u0000',
  '\ud800',
  '💥'.repeat(2_000),
  "'; DROP TABLE users; --",
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '{{7*7}}',
  { $gt: '' },
  JSON.parse('{"__proto__":{"admin":true},"constructor":1}'),
);

/** The value with one part of it replaced, taken away or added. */
export function mutated(value: unknown): fc.Arbitrary<unknown> {
  if (typeof value !== 'object' || value === null) return odd;
  const keys = Object.keys(value);
  if (keys.length === 0)
    return fc.oneof(
      odd,
      odd.map(extra => ({ extra })),
    );
  const at = (key: string) => (value as Record<string, unknown>)[key];
  const replace = (key: string, next: unknown) =>
    Array.isArray(value) ? value.with(Number(key), next) : { ...value, [key]: next };
  return fc.oneof(
    fc.constantFrom(...keys).chain(key => mutated(at(key)).map(next => replace(key, next))),
    fc.tuple(fc.constantFrom(...keys), odd).map(([key, next]) => replace(key, next)),
    fc.constantFrom(...keys).map(key => without(value, key)),
    odd.map(extra => (Array.isArray(value) ? [...value, extra] : { ...value, extra })),
    odd,
  );
}

function without(value: object, key: string): unknown {
  if (Array.isArray(value)) return value.toSpliced(Number(key), 1);
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
}
