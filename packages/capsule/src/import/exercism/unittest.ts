import type { ProgramTest } from '../../schema/tests.ts';
import { Unreadable } from '../folder.ts';

/** Past this, all methods run as one test: each carries the whole file. */
const MAX_CHARS = 200_000;

/** A Python test file as tests, one a method of its test cases. @throws Unreadable */
export function unittestTests(path: string, file: string, module: string): Omit<ProgramTest, 'hidden'>[] {
  if (/^\s*(import|from)\s+pytest\b/m.test(file))
    throw new Unreadable(path, 'needs pytest, which is not here');
  const methods = methodsIn(file);
  if (methods.length === 0) throw new Unreadable(path, 'has no unittest method');
  // The learner's code is loaded as `solution`; the tests import it by the exercise's name.
  const head = `import sys as _sys\n_sys.modules[${JSON.stringify(module)}] = _sys.modules["solution"]\n${file}\n`;
  if (head.length * methods.length > MAX_CHARS) {
    return [{ name: 'all', code: head + runOf(methods) }];
  }
  return methods.map(method => ({ name: method.name, code: head + runOf([method]) }));
}

interface Method {
  className: string;
  name: string;
}

function methodsIn(file: string): Method[] {
  const methods: Method[] = [];
  let className = '';
  for (const line of file.split('\n')) {
    className = /^class\s+(\w+)/.exec(line)?.[1] ?? className;
    const name = /^\s+def\s+(test\w*)\(/.exec(line)?.[1];
    if (name !== undefined && className !== '') methods.push({ className, name });
  }
  return methods;
}

function runOf(methods: Method[]): string {
  const cases = methods.map(({ className, name }) => `${className}(${JSON.stringify(name)})`);
  return `
import unittest as _unittest
for _case in [${cases.join(', ')}]:
    _result = _unittest.TestResult()
    _case.run(_result)
    for _, _trace in _result.failures + _result.errors:
        raise AssertionError(_trace)
`;
}
