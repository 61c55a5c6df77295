import type { Executor, ProgramLanguage } from '../execution.ts';
import {
  type Capsule,
  type FunctionCapsule,
  hasJudge,
  type QueryCapsule,
  type StdioCapsule,
} from '../schema/capsule.ts';
import { parseType, type Type } from '../schema/type.ts';
import { constantAnswer } from '../starter/constant.ts';
import { literalIn } from '../starter/literal.ts';
import { decodeValue, type Value } from '../values/decode.ts';
import { clip, showValue } from '../values/show.ts';

/** A wrong answer made without thought; a proof demands that the tests reject each. */
export interface TrivialAnswer {
  label: string;
  source: string;
}

/** Expected values tried as constants: past this many different ones, none can satisfy all tests anyway. */
const MAX_EXPECTED = 5;
const MAX_CONSTANT_ROWS = 200;

/** The starter, an empty answer, and answers that ignore their input. */
export async function trivialAnswers(capsule: Capsule, executor: Executor): Promise<TrivialAnswer[]> {
  return [
    { label: 'the starter', source: capsule.starter },
    { label: 'an empty answer', source: '' },
    ...(await constantAnswers(capsule, executor)),
  ];
}

async function constantAnswers(capsule: Capsule, executor: Executor): Promise<TrivialAnswer[]> {
  if (hasJudge(capsule, 'query')) return constantTables(capsule, executor);
  if (hasJudge(capsule, 'stdio')) return constantOutputs(capsule);
  if (hasJudge(capsule, 'function')) return constantFunctions(capsule);
  const { entryPoint } = capsule.judge;
  return entryPoint === undefined || capsule.language !== 'python' ? [] : constantEntryPoints(entryPoint);
}

function constantFunctions({ language, judge, tests }: FunctionCapsule): TrivialAnswer[] {
  const returns = parseType(judge.returns);
  const expected = tests.map(test => decodeValue(returns, test.expected));
  const values = [...distinct(expected).slice(0, MAX_EXPECTED), ...plainValues(returns)];
  return distinct(values).map(value => ({
    label: `always ${clip(showValue(value), 60)}`,
    source: constantAnswer(language, judge, value),
  }));
}

function plainValues(type: Type): Value[] {
  switch (type.kind) {
    case 'int':
      return [0n, 1n, -1n];
    case 'float':
      return [0, 1];
    case 'bool':
      return [true, false];
    case 'string':
      return [''];
    case 'list':
      return [[]];
    case 'map':
      return [new Map()];
    case 'optional':
      return [null, ...plainValues(type.of)];
    case 'any':
      return [null, 0, 1, true, false, '', [], new Map()];
  }
}

function distinct(values: Value[]): Value[] {
  return [...new Map(values.map(value => [showValue(value), value])).values()];
}

/** Tests of a program call the function with whatever arguments they like. */
function constantEntryPoints(name: string): TrivialAnswer[] {
  return plainValues({ kind: 'any' }).map(value => {
    const literal = literalIn('python', { kind: 'any' }, value);
    return { label: `always ${literal}`, source: `def ${name}(*args, **kwargs):\n    return ${literal}\n` };
  });
}

function constantOutputs({ language, tests }: StdioCapsule): TrivialAnswer[] {
  const outputs = [...new Set(tests.map(test => test.expected))].slice(0, MAX_EXPECTED);
  return outputs.map((text, index) => ({
    label: `always prints expected output ${index + 1}`,
    source: PRINT[language](literalIn(language, { kind: 'string' }, text)),
  }));
}

const PRINT: Record<ProgramLanguage, (literal: string) => string> = {
  python: literal => `print(${literal}, end="")\n`,
  javascript: literal => `process.stdout.write(${literal});\n`,
  java: literal =>
    `public class Main {\n    public static void main(String[] args) {\n        System.out.print(${literal});\n    }\n}\n`,
  c: literal => `#include <stdio.h>\n\nint main(void) {\n    fputs(${literal}, stdout);\n    return 0;\n}\n`,
  cpp: literal => `#include <iostream>\n\nint main() {\n    std::cout << ${literal};\n}\n`,
};

/** `SELECT 1`, and the first test's own result as a constant table: only other data in another test rejects that. */
async function constantTables(capsule: QueryCapsule, executor: Executor): Promise<TrivialAnswer[]> {
  const answers = [
    { label: 'SELECT 1', source: 'SELECT 1;' },
    { label: 'SELECT NULL', source: 'SELECT NULL;' },
  ];
  const [test] = capsule.tests;
  if (!test || test.check !== undefined) return answers;
  const setup = [capsule.judge.setup, test.setup].filter(script => script !== undefined);
  const [outcome] = await executor.runQuery({
    source: capsule.solution,
    cases: [{ setup }],
    limits: capsule.limits,
  });
  const table = outcome?.status === 'ok' ? outcome.result : null;
  if (!table || table.rows.length === 0 || table.rows.length > MAX_CONSTANT_ROWS) return answers;
  const names = table.columns.map(name => `"${name.replaceAll('"', '""')}"`);
  const rows = table.rows.map(row => `(${row.map(sqlLiteral).join(', ')})`).join(', ');
  // Duplicate column names can't name a CTE's columns; positions serve where names aren't compared.
  const columns = new Set(names).size === names.length ? names : names.map((_, i) => `c${i}`);
  const source = `WITH answer(${columns.join(', ')}) AS (VALUES ${rows}) SELECT * FROM answer;`;
  return [...answers, { label: `the result of "${test.name}" as a constant`, source }];
}

function sqlLiteral(value: null | number | string | object): string {
  if (value === null) return 'NULL';
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  if (typeof value === 'number') return String(value);
  if ('blob' in value) return `x'${value.blob}'`;
  if ('integer' in value) return String(value.integer);
  return 'real' in value && value.real === 'Infinity' ? '9e999' : '-9e999';
}
