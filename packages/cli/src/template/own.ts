import type { ProgramLanguage } from '@devcapsules/capsule/execution';
import { parseType, type Type } from '@devcapsules/capsule/schema/type';
import type { Signature } from '@devcapsules/capsule/starter/signature';
import { starterFor } from '@devcapsules/capsule/starter/starter';

/**
 * The document of an exercise about a function of one's own: valid, with its starter. Statement, solution
 * and expected values are left to its author, so that it does not prove yet.
 */
export function ownFunction(language: ProgramLanguage, signature: Signature): object {
  const starter = starterFor(language, signature);
  const call = {
    args: signature.params.map(({ type }) => emptyValue(parseType(type))),
    expected: emptyValue(parseType(signature.returns)),
  };
  return {
    title: signature.functionName,
    statement: `What \`${signature.functionName}\` is to do goes here, with an example.`,
    judge: { kind: 'function', ...signature },
    starter,
    solution: starter,
    tests: [
      { name: 'an example', ...call },
      { name: 'a special case', ...call, hidden: true },
    ],
  };
}

function emptyValue(type: Type): unknown {
  switch (type.kind) {
    case 'int':
    case 'float':
      return 0;
    case 'bool':
      return false;
    case 'string':
      return '';
    case 'list':
      return [];
    case 'map':
      return {};
    case 'optional':
    case 'any':
      return null;
  }
}
