import { parseType, type Type } from '../../schema/type.ts';
import { declarationIn, type Signature } from '../../starter/signature.ts';
import { structsOf } from '../../starter/structs.ts';
import { cName, pointerTo, typeIn } from '../../starter/types.ts';

/** What learners include: the types of the signature, the function, and strings that hold NULs. */
export function capsuleHeader(signature: Signature): string {
  return `#pragma once
#include <stdbool.h>
#include <stddef.h>

${structsOf(signature).join('\n')}

${declarationIn('c', signature)};

/* The length of a given string, also where it holds NULs; of any other, up to its first NUL. */
size_t capsule_string_length(const char *string);
/* A copy that may hold NULs, to be returned. */
const char *capsule_string(const char *bytes, size_t length);
`;
}

/** Reads the arguments of a task, calls the function, writes what it returned. */
export function callOf(signature: Signature): string {
  const { functionName, params } = signature;
  const returns = parseType(signature.returns);
  const types = new Map<string, Type>();
  for (const type of [...params.map(({ type }) => parseType(type)), returns]) collect(type, types);
  const functions = [...types.values()].map(type => `${reader(type)}\n${writer(type)}`);
  const reads = params.map(
    ({ type }, i) =>
      `  ${variable(parseType(type), `a${i}`)} = devcapsules_read_${cName(parseType(type))}();\n  devcapsules_at++;`,
  );
  const values = params.map(({ type }, i) =>
    parseType(type).kind === 'list' ? `a${i}.items, a${i}.length` : `a${i}`,
  );
  const declaration = declarationIn('c', { ...signature, functionName: 'devcapsules_solution' });
  const missing = `There must be a function ${declarationIn('c', signature)}\n`;
  return `${functions.join('\n')}
/* Not an extern of its own: without a definition it is NULL and no error of the linker's. */
static ${declaration} __attribute__((weakref("${functionName}")));

int main(void) {
  devcapsules_begin();
  if (!devcapsules_solution) devcapsules_fail(${JSON.stringify(missing)});
  devcapsules_begin_arguments();
${reads.join('\n')}
  devcapsules_write_${cName(returns)}(devcapsules_solution(${values.join(', ')}));
  devcapsules_return();
  return 0;
}
`;
}

/** The composite types, each after what it is made of. */
function collect(type: Type, into: Map<string, Type>): void {
  if (!('of' in type)) return;
  collect(type.of, into);
  into.set(cName(type), type);
}

function variable(type: Type, name: string): string {
  const written = typeIn('c', type);
  return written.endsWith('*') ? `${written}${name}` : `${written} ${name}`;
}

function reader(type: Type): string {
  if (!('of' in type)) return '';
  const of = typeIn('c', type.of);
  const read = `devcapsules_read_${cName(type.of)}()`;
  const head = `static ${variable(type, `devcapsules_read_${cName(type)}`)}(void) {`;
  if (type.kind === 'optional') {
    const plain = of === typeIn('c', type);
    const some = plain
      ? `  return ${read};`
      : `  ${pointerTo(of)}value = devcapsules_resize(NULL, sizeof *value);\n  *value = ${read};\n  return value;`;
    return `${head}\n  if (devcapsules_is_null()) return NULL;\n${some}\n}`;
  }
  const member = type.kind === 'list' ? 'items' : 'entries';
  const item =
    type.kind === 'list'
      ? `    all.items[all.length++] = ${read};`
      : `    all.entries[all.length].key = devcapsules_read_string();
    devcapsules_at++;
    all.entries[all.length++].value = ${read};`;
  return `${head}
  size_t room = 0;
  ${variable(type, 'all')} = {devcapsules_grow(NULL, 0, &room, sizeof *all.${member}), 0};
  devcapsules_at++;
  while (devcapsules_more(all.length == 0, '${type.kind === 'list' ? ']' : '}'}')) {
    all.${member} = devcapsules_grow(all.${member}, all.length, &room, sizeof *all.${member});
${item}
  }
  return all;
}`;
}

function writer(type: Type): string {
  if (!('of' in type)) return '';
  const write = `devcapsules_write_${cName(type.of)}`;
  const head = `static void devcapsules_write_${cName(type)}(${variable(type, 'all')}) {`;
  if (type.kind === 'optional') {
    const value = typeIn('c', type.of) === typeIn('c', type) ? 'all' : '*all';
    return `${head}\n  if (all) ${write}(${value});\n  else devcapsules_put("null");\n}`;
  }
  const list = type.kind === 'list';
  const item = list
    ? `    ${write}(all.items[i]);`
    : `    devcapsules_write_string(all.entries[i].key);
    devcapsules_put(":");
    ${write}(all.entries[i].value);`;
  return `${head}
  devcapsules_put("${list ? '[' : '{'}");
  for (size_t i = 0; i < all.length; i++) {
    if (i > 0) devcapsules_put(",");
${item}
  }
  devcapsules_put("${list ? ']' : '}'}");
}`;
}
