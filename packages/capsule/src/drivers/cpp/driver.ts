import { parseType, type Type } from '../../schema/type.ts';
import { declarationIn, type Signature } from '../../starter/signature.ts';
import { C_RUNTIME, cSolution } from '../c/runtime.ts';
import { programMain, testFunctions, UNDEFINE } from '../c/tests.ts';
import { C_VALUES } from '../c/values.ts';
import type { Driver } from '../driver.ts';
import { leadingIncludes } from './headers.ts';
import { CPP_VALUES } from './values.ts';

export const cppDriver: Driver = {
  functionFiles: (source, signature) => [
    {
      name: 'main.cpp',
      content: [
        leadingIncludes(source),
        C_RUNTIME,
        C_VALUES,
        CPP_VALUES,
        beforeSolution(signature),
        cSolution('solution.cpp'),
        UNDEFINE,
        behindSolution(signature),
      ].join(''),
    },
    { name: 'solution.cpp', content: source },
  ],
  programFiles: (source, tests, nonce) => [
    {
      name: 'main.cpp',
      content: [
        leadingIncludes(source),
        C_RUNTIME,
        programMain(nonce),
        cSolution('solution.cpp'),
        UNDEFINE,
        testFunctions(tests),
      ].join(''),
    },
    { name: 'solution.cpp', content: source },
  ],
};

/** Of several functions of that name the one with as many parameters is taken. */
function beforeSolution(signature: Signature): string {
  const { params } = signature;
  const classes = ['R', ...params.map((_, i) => `A${i}`)].map(name => `class ${name}`);
  const declared = params.map(({ type }) => tag(parseType(type)));
  const sentence = `There must be a function ${declarationIn('cpp', signature)}\n`;
  return `
namespace devcapsules {
template <${classes.join(', ')}> void solve(R (*solution)(${params.map((_, i) => `A${i}`).join(', ')})) {
  call<${tag(parseType(signature.returns))}>(solution, Types<${declared.join(', ')}>(), std::make_index_sequence<${params.length}>());
}
inline void solve(...) { devcapsules_fail(${JSON.stringify(sentence)}); }
void run();
}

int main() {
  devcapsules_begin();
  devcapsules_begin_arguments();
  devcapsules::run();
  devcapsules_return();
  return 0;
}
`;
}

/** A name that is found nowhere else is looked for in the namespaces that are used. */
function behindSolution({ functionName }: Signature): string {
  return `
namespace devcapsules_missing { inline devcapsules::Missing ${functionName}; }
using namespace devcapsules_missing;
void devcapsules::run() { devcapsules::solve(::${functionName}); }
`;
}

const TAGS = { int: 'Int', float: 'Float', bool: 'Bool', string: 'String', any: 'Any' } as const;

function tag(type: Type): string {
  if (!('of' in type)) return TAGS[type.kind];
  const name = { list: 'List', map: 'Map', optional: 'Optional' }[type.kind];
  return `${name}<${tag(type.of)}>`;
}
