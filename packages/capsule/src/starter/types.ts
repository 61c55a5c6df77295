import type { ProgramLanguage } from '../execution.ts';
import type { Type } from '../schema/type.ts';

type Kind = Exclude<Type, { of: Type }>['kind'];

const SCALARS: Record<ProgramLanguage, Record<Kind, string>> = {
  python: { int: 'int', float: 'float', bool: 'bool', string: 'str', any: 'object' },
  javascript: { int: 'number', float: 'number', bool: 'boolean', string: 'string', any: 'any' },
  java: { int: 'long', float: 'double', bool: 'boolean', string: 'String', any: 'Object' },
  c: { int: 'long long', float: 'double', bool: 'bool', string: 'const char *', any: 'void *' },
  cpp: { int: 'long long', float: 'double', bool: 'bool', string: 'std::string', any: 'void *' },
};

/** The type as starters write it, and as docs/types.md says; of C, what stands for it in a list or as a result. */
export function typeIn(language: ProgramLanguage, type: Type): string {
  if (!('of' in type)) return SCALARS[language][type.kind];
  switch (language) {
    case 'python':
      return pythonType(type);
    case 'javascript':
      return javascriptType(type);
    case 'java':
      return javaType(type);
    case 'c':
      return cType(type);
    case 'cpp':
      return cppType(type);
  }
}

type Composite = Extract<Type, { of: Type }>;

function pythonType({ kind, of }: Composite): string {
  const inner = typeIn('python', of);
  return kind === 'list' ? `list[${inner}]` : kind === 'map' ? `dict[str, ${inner}]` : `${inner} | None`;
}

function javascriptType({ kind, of }: Composite): string {
  const inner = typeIn('javascript', of);
  if (kind === 'map') return `Object<string, ${inner}>`;
  if (kind === 'optional') return of.kind === 'optional' ? inner : `${inner} | null`;
  return of.kind === 'optional' ? `(${inner})[]` : `${inner}[]`;
}

const BOXED: Partial<Record<Type['kind'], string>> = { int: 'Long', float: 'Double', bool: 'Boolean' };

/** Lists of primitives are arrays where they stand alone; generics hold objects. */
function javaType({ kind, of }: Composite): string {
  if (kind === 'list' && BOXED[of.kind]) return `${typeIn('java', of)}[]`;
  return javaReference({ kind, of });
}

/** The type as the argument of a generic. */
export function javaReference(type: Type): string {
  switch (type.kind) {
    case 'list':
      return `List<${javaReference(type.of)}>`;
    case 'map':
      return `Map<String, ${javaReference(type.of)}>`;
    case 'optional':
      return javaReference(type.of);
    default:
      return BOXED[type.kind] ?? typeIn('java', type);
  }
}

/** A pointer that may be NULL; a string is one already. */
function cType({ kind, of }: Composite): string {
  if (kind !== 'optional') return cName({ kind, of });
  return of.kind === 'string' || of.kind === 'optional'
    ? typeIn('c', of)
    : pointerTo(`const ${typeIn('c', of)}`);
}

/** A word for the type: what its struct in capsule.h is called, or would be part of another's name. */
export function cName(type: Type): string {
  return 'of' in type ? `${cName(type.of)}_${type.kind}` : type.kind;
}

export function pointerTo(type: string): string {
  return type.endsWith('*') ? `${type}*` : `${type} *`;
}

function cppType({ kind, of }: Composite): string {
  const inner = typeIn('cpp', of);
  return kind === 'list'
    ? `std::vector<${inner}>`
    : kind === 'map'
      ? `std::map<std::string, ${inner}>`
      : `std::optional<${inner}>`;
}
