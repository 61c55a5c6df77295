import type { ProgramLanguage } from '../execution.ts';
import { parseType } from '../schema/type.ts';
import type { Value } from '../values/decode.ts';
import { literalIn } from './literal.ts';
import { declarationIn, type Signature } from './signature.ts';
import { cppHeaders } from './starter.ts';

/** An answer that ignores its input and always returns the value, of the declared type. */
export function constantAnswer(language: ProgramLanguage, signature: Signature, value: Value): string {
  const literal = literalIn(language, parseType(signature.returns), value);
  const declaration = declarationIn(language, signature);
  switch (language) {
    case 'python':
      return `${declaration}:\n    return ${literal}\n`;
    case 'javascript':
      return `${declaration} {\n  return ${literal};\n}\n`;
    case 'java':
      return `import java.util.*;\n\nclass Solution {\n${JAVA_MAP_OF}    ${declaration} {\n        return ${literal};\n    }\n}\n`;
    case 'c':
      return `${C_KEEP}${declaration} {\n    return ${literal};\n}\n`;
    case 'cpp':
      return `${cppHeaders(signature)}${declaration} {\n    return ${literal};\n}\n`;
  }
}

const JAVA_MAP_OF = `    @SuppressWarnings("unchecked")
    static <T> Map<String, T> mapOf(Object... entries) {
        Map<String, T> map = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) map.put((String) entries[i], (T) entries[i + 1]);
        return map;
    }

`;

/** What a compound literal in a function points to ends with the function; a copy does not. */
const C_KEEP = `#include <stdlib.h>
#include <string.h>
#include "capsule.h"

static inline void *keep(const void *value, size_t size) {
    return memcpy(malloc(size), value, size);
}

`;
