import type { ProgramLanguage } from '../execution.ts';
import type { FunctionJudge } from '../schema/judge.ts';
import { parseType, type Type } from '../schema/type.ts';
import { pointerTo, typeIn } from './types.ts';

/** The part of a judge that says what is called. */
export type Signature = Pick<FunctionJudge, 'functionName' | 'params' | 'returns'>;

/** How the function is declared, as starters write it. */
export function declarationIn(language: ProgramLanguage, signature: Signature): string {
  const { functionName } = signature;
  const returns = typeIn(language, parseType(signature.returns));
  const params = signature.params.map(({ name, type }) => paramIn(language, name, parseType(type)));
  const list = params.join(', ');
  switch (language) {
    case 'python':
      return `def ${functionName}(${list}) -> ${returns}`;
    case 'javascript':
      return `function ${functionName}(${list})`;
    case 'java':
      return `static ${returns} ${functionName}(${list})`;
    case 'c':
      return `${spaced(returns)}${functionName}(${list || 'void'})`;
    case 'cpp':
      return `${returns} ${functionName}(${list})`;
  }
}

function paramIn(language: ProgramLanguage, name: string, type: Type): string {
  const written = typeIn(language, type);
  switch (language) {
    case 'python':
      return `${name}: ${written}`;
    case 'javascript':
      return name;
    case 'java':
      return `${written} ${name}`;
    case 'c':
      return cParam(name, type);
    case 'cpp':
      return /^std::(string|vector|map)/.test(written) ? `const ${written}& ${name}` : `${written} ${name}`;
  }
}

/** A list comes as C programmers pass arrays: a pointer and, behind it, how many. */
function cParam(name: string, type: Type): string {
  if (type.kind !== 'list') return `${spaced(typeIn('c', type))}${name}`;
  return `${pointerTo(constant(typeIn('c', type.of)))}${name}, size_t ${name}_length`;
}

function constant(type: string): string {
  return type.endsWith('*') ? `${type}const` : `const ${type}`;
}

function spaced(type: string): string {
  return type.endsWith('*') ? type : `${type} `;
}
