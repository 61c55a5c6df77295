import type { ProgramLanguage } from '../execution.ts';
import { parseType, type Type } from '../schema/type.ts';
import { declarationIn, type Signature } from './signature.ts';
import { structsOf } from './structs.ts';
import { typeIn } from './types.ts';

/** Code to start from: it compiles, says what comes and goes, and does not do it yet. */
export function starterFor(language: ProgramLanguage, signature: Signature): string {
  const declaration = declarationIn(language, signature);
  switch (language) {
    case 'python':
      return `${declaration}:\n    pass\n`;
    case 'javascript':
      return `${comment(language, signature)}${declaration} {\n  // Write your code here.\n}\n`;
    case 'java':
      return `import java.util.*;

class Solution {
${indent(comment(language, signature))}    ${declaration} {
        throw new UnsupportedOperationException("not written yet");
    }
}
`;
    case 'c':
      return `#include "capsule.h"
${cStructs(signature)}
${comment(language, signature)}${declaration} {
    return ${nothingInC(parseType(signature.returns))}; // Write your code here.
}
`;
    case 'cpp':
      return `${cppHeaders(signature)}${comment(language, signature)}${declaration} {
    return {}; // Write your code here.
}
`;
  }
}

function comment(language: ProgramLanguage, { params, returns }: Signature): string {
  const described = (type: string) =>
    language === 'javascript' ? `{${typeIn(language, parseType(type))}}` : type;
  const lines = params.map(({ name, type }) =>
    language === 'javascript' ? `@param ${described(type)} ${name}` : `@param ${name} ${described(type)}`,
  );
  lines.push(`${language === 'javascript' ? '@returns' : '@return'} ${described(returns)}`);
  return `/**\n${lines.map(line => ` * ${line}\n`).join('')} */\n`;
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '    ');
}

/** The header's structs, for the learner can't open it. */
function cStructs(signature: Signature): string {
  const structs = structsOf(signature);
  return structs.length === 0 ? '' : `\n/* In capsule.h:\n${structs.join('\n')}\n*/\n`;
}

function nothingInC(type: Type): string {
  if (type.kind === 'bool') return 'false';
  if (type.kind === 'string') return '""';
  if (type.kind === 'optional') return 'NULL';
  return type.kind === 'list' || type.kind === 'map' ? `(${typeIn('c', type)}){NULL, 0}` : '0';
}

/** The includes that the declaration needs. */
export function cppHeaders(signature: Signature): string {
  const text = declarationIn('cpp', signature);
  const needed = ['map', 'optional', 'string', 'vector'].filter(name => text.includes(`std::${name}`));
  return needed.length === 0 ? '' : `${needed.map(name => `#include <${name}>\n`).join('')}\n`;
}
