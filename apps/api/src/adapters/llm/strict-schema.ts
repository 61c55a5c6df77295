import { z } from 'zod';

/** Keywords that strict structured outputs refuse, at Azure in particular; zod holds answers to them afterwards. */
const REFUSED = new Set(['$schema', 'minItems', 'maxItems', 'minLength', 'maxLength', 'pattern', 'format']);

/** The JSON schema of an answer, as `response_format` takes it in strict mode. */
export function strictSchema(schema: z.ZodType): Record<string, unknown> {
  return without(z.toJSONSchema(schema)) as Record<string, unknown>;
}

function without(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(without);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !REFUSED.has(key));
  return Object.fromEntries(kept.map(([key, item]) => [key, without(item)]));
}
