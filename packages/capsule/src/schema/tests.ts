import { z } from 'zod';

const name = z.string().trim().min(1).max(200);
const hidden = z.boolean().default(false);
const text = z.string().max(1_000_000);

/**
 * Any JSON value, as it came; what it means is decided by the declared type, see `values/`. What `z.json()` itself
 * gives back lacks the key `__proto__`, which a map may have.
 */
const json = z.custom<z.core.util.JSONType>(value => z.json().safeParse(value).success, 'must be JSON');

export const functionTest = z.strictObject({ name, args: z.array(json).max(12), expected: json, hidden });
export type FunctionTest = z.infer<typeof functionTest>;

export const stdioTest = z.strictObject({ name, stdin: text.default(''), expected: text, hidden });
export type StdioTest = z.infer<typeof stdioTest>;

export const programTest = z.strictObject({ name, code: text.min(1), hidden });
export type ProgramTest = z.infer<typeof programTest>;

const sqlValue = z.union([
  z.null(),
  z.number(),
  z.string(),
  z.strictObject({ blob: z.string().regex(/^([0-9a-f]{2})*$/, 'must be lower-case hex') }),
  z.strictObject({ integer: z.string().regex(/^-?\d+$/, 'must be a decimal integer') }),
  z.strictObject({ real: z.enum(['Infinity', '-Infinity']) }),
]);

/** Columns and rows, as SQL answers and authors may expect them. */
export const resultSet = z.strictObject({
  columns: z.array(z.string()).max(2000),
  rows: z.array(z.array(sqlValue)).max(10_000),
});

export const queryTest = z.strictObject({
  name,
  setup: text.optional(),
  expected: resultSet.optional(),
  check: text.min(1).optional(),
  hidden,
});
export type QueryTest = z.infer<typeof queryTest>;
