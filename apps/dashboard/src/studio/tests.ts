import { type Capsule, type CapsuleTest, hasJudge } from '@devcapsules/capsule/schema/capsule';
import { parseType, type Type } from '@devcapsules/capsule/schema/type';

/** One line about a test. */
export function summaryOf(test: CapsuleTest): string {
  if ('args' in test) {
    const args = test.args.map(arg => JSON.stringify(arg)).join(', ');
    return `(${args}) → ${JSON.stringify(test.expected)}`;
  }
  if ('stdin' in test) return `${JSON.stringify(test.stdin)} → ${JSON.stringify(test.expected)}`;
  if ('code' in test) return test.code.trim().split('\n').at(-1) ?? '';
  return test.expected ? `${test.expected.rows.length} rows expected` : 'expects what the solution answers';
}

/** A test of the right shape, to be filled in. */
export function newTest(capsule: Capsule): CapsuleTest {
  const shared = { name: `test ${capsule.tests.length + 1}`, hidden: false };
  if (hasJudge(capsule, 'function')) {
    const { params, returns } = capsule.judge;
    return { ...shared, args: params.map(param => emptyOf(param.type)), expected: emptyOf(returns) };
  }
  if (hasJudge(capsule, 'stdio')) return { ...shared, stdin: '', expected: '' };
  if (hasJudge(capsule, 'program')) return { ...shared, code: 'assert True\n' };
  return shared;
}

type Json = Extract<CapsuleTest, { args: unknown[] }>['expected'];

function emptyOf(text: string): Json {
  let type: Type;
  try {
    type = parseType(text);
  } catch (error) {
    // A type that is being typed.
    if (error instanceof RangeError) return null;
    throw error;
  }
  const EMPTY: Record<Type['kind'], Json> = {
    ...{ int: 0, float: 0, bool: false, string: '' },
    ...{ list: [], map: {}, optional: null, any: null },
  };
  return EMPTY[type.kind];
}

/** The test that finds a survivor, if it has the shape that this capsule's tests have. */
export function asTest(capsule: Capsule, killer: Record<string, unknown>): CapsuleTest {
  const template = newTest(capsule);
  const name = `finds a fault ${capsule.tests.length + 1}`;
  const known = Object.fromEntries(
    Object.entries(killer).filter(([key]) =>
      ['args', 'stdin', 'expected', 'code', 'setup', 'check'].includes(key),
    ),
  );
  return { ...template, ...known, name, hidden: true } as CapsuleTest;
}
