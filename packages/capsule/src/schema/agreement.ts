import { isReserved } from '../starter/reserved.ts';
import { decodeValue } from '../values/decode.ts';
import type { FunctionJudge } from './judge.ts';
import type { FunctionTest } from './tests.ts';
import { containsAny, parseType, type Type } from './type.ts';

/** Something that does not fit, at a path inside the capsule document. */
export interface Disagreement {
  path: (string | number)[];
  message: string;
}

/** Whether the tests of a `function` capsule fit its signature, and the signature its language. */
export function signatureProblems(capsule: {
  language: string;
  judge: FunctionJudge;
  tests: FunctionTest[];
}): Disagreement[] {
  const params = capsule.judge.params.map(param => parseType(param.type));
  const returns = parseType(capsule.judge.returns);
  const problems: Disagreement[] = [];
  if ([...params, returns].some(containsAny) && !['python', 'javascript'].includes(capsule.language)) {
    problems.push({ path: ['judge'], message: 'the type any exists only in Python and JavaScript' });
  }
  problems.push(...nameProblems(capsule));
  capsule.tests.forEach((test, index) => {
    if (test.args.length !== params.length) {
      const message = `has ${test.args.length} arguments; the signature has ${params.length}`;
      problems.push({ path: ['tests', index, 'args'], message });
      return;
    }
    params.forEach((type, i) => {
      check(type, test.args[i], ['tests', index, 'args', i]);
    });
    check(returns, test.expected, ['tests', index, 'expected']);
  });
  return problems;

  function check(type: Type, json: unknown, path: (string | number)[]) {
    try {
      decodeValue(type, json);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      problems.push({ path, message: error.message });
    }
  }
}

/** Names that the language keeps for itself, and parameters that would have one name. */
function nameProblems({ language, judge }: { language: string; judge: FunctionJudge }): Disagreement[] {
  const names = judge.params.map(({ name }) => name);
  // In C a list comes with its length beside it.
  const lengths = judge.params.filter(({ type }) => language === 'c' && parseType(type).kind === 'list');
  const taken = [...names, ...lengths.map(({ name }) => `${name}_length`)];
  const problems: Disagreement[] = names.flatMap((name, i) => {
    const path = ['judge', 'params', i, 'name'];
    if (isReserved(language, name)) return [{ path, message: `"${name}" is a word of the language` }];
    const isTwice = taken.filter(other => other === name).length > 1;
    return isTwice ? [{ path, message: `"${name}" names more than one parameter` }] : [];
  });
  if (!isReserved(language, judge.functionName)) return problems;
  return [
    { path: ['judge', 'functionName'], message: `"${judge.functionName}" is a word of the language` },
    ...problems,
  ];
}
