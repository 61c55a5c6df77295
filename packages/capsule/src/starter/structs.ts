import { parseType, type Type } from '../schema/type.ts';
import type { Signature } from './signature.ts';
import { cName, pointerTo, typeIn } from './types.ts';

/** The lists and maps of a signature that are structs in C, each once and after what it is made of. */
export function compositesOf({ params, returns }: Signature): Type[] {
  const found = new Map<string, Type>();
  const visit = (type: Type) => {
    if (!('of' in type)) return;
    visit(type.of);
    if (type.kind !== 'optional') found.set(cName(type), type);
  };
  for (const { type } of params) visit(parseType(type));
  visit(parseType(returns));
  return [...found.values()];
}

/** Their declarations in capsule.h. */
export function structsOf(signature: Signature): string[] {
  return compositesOf(signature).map(type => {
    const name = cName(type);
    const of = typeIn('c', 'of' in type ? type.of : type);
    if (type.kind === 'list')
      return `typedef struct { ${member(pointerTo(of), 'items')} size_t length; } ${name};`;
    const entry = `typedef struct { const char *key; ${member(of, 'value')} } ${name}_entry;`;
    return `${entry}\ntypedef struct { ${name}_entry *entries; size_t length; } ${name};`;
  });
}

function member(type: string, name: string): string {
  return type.endsWith('*') ? `${type}${name};` : `${type} ${name};`;
}
