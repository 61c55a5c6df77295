import type { ProgramLanguage } from '../../src/execution.ts';
import { formatType, type Type } from '../../src/schema/type.ts';
import { declarationIn, type Signature } from '../../src/starter/signature.ts';
import { cppHeaders } from '../../src/starter/starter.ts';
import { typeIn } from '../../src/starter/types.ts';

/** The function that returns what it gets. */
export function identity(language: ProgramLanguage, type: Type): { signature: Signature; source: string } {
  const text = formatType(type);
  const signature = { functionName: 'same', params: [{ name: 'x', type: text }], returns: text };
  const declaration = declarationIn(language, signature);
  const list = type.kind === 'list' ? `(${typeIn('c', type)}){(void *)x, x_length}` : 'x';
  const source = {
    python: `${declaration}:\n    return x\n`,
    javascript: `${declaration} { return x; }\n`,
    java: `import java.util.*;\nclass Solution { ${declaration} { return x; } }\n`,
    c: `#include "capsule.h"\n${declaration} { return ${list}; }\n`,
    cpp: `${cppHeaders(signature)}${declaration} { return x; }\n`,
  }[language];
  return { signature, source };
}
