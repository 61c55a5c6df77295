import { z } from 'zod';

/** The types a `function` judge can carry between the server and a learner's function. */
export type Type =
  | { kind: 'int' | 'float' | 'bool' | 'string' | 'any' }
  | { kind: 'list' | 'map' | 'optional'; of: Type };

/** Nesting beyond this is refused: no exercise needs it, and drivers recurse once a level. */
const MAX_DEPTH = 8;
const SCALARS = ['int', 'float', 'bool', 'string', 'any'] as const;

/**
 * Reads `int`, `list<int>`, `map<string, list<float>>`, `optional<T>`.
 * @throws RangeError with a sentence for the author.
 */
export function parseType(text: string): Type {
  return parse(text.replace(/\s+/g, ''), text, 0);
}

function parse(compact: string, whole: string, depth: number): Type {
  if (depth > MAX_DEPTH) throw new RangeError(`type "${whole}" is nested deeper than ${MAX_DEPTH} levels`);
  const scalar = SCALARS.find(name => name === compact);
  if (scalar) return { kind: scalar };
  const generic = /^(list|map|optional)<(.+)>$/.exec(compact);
  const [, kind, inner] = generic ?? [];
  if (kind === undefined || inner === undefined) throw new RangeError(`"${whole}" is not a type`);
  if (kind === 'map') {
    if (!inner.startsWith('string,')) throw new RangeError(`the keys of "${whole}" must be string`);
    return { kind, of: parse(inner.slice('string,'.length), whole, depth + 1) };
  }
  return { kind: kind as 'list' | 'optional', of: parse(inner, whole, depth + 1) };
}

/** The inverse of {@link parseType}, in the one spelling that documents use. */
export function formatType(type: Type): string {
  switch (type.kind) {
    case 'list':
    case 'optional':
      return `${type.kind}<${formatType(type.of)}>`;
    case 'map':
      return `map<string, ${formatType(type.of)}>`;
    default:
      return type.kind;
  }
}

/** Whether `any` stands in the type: only dynamically typed languages can carry it. */
export function containsAny(type: Type): boolean {
  return type.kind === 'any' || ('of' in type && containsAny(type.of));
}

/** A type as authors write it; stays text in the document. */
export const typeText = z
  .string()
  .max(200)
  .superRefine((text, context) => {
    try {
      parseType(text);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      context.addIssue({ code: 'custom', message, continue: false });
    }
  })
  .meta({ description: 'int, float, bool, string, any, list<T>, map<string, T>, optional<T>' });
