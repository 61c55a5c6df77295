import type { Executor } from '../execution.ts';
import { type Capsule, hasJudge, type QueryCapsule, type StdioCapsule } from '../schema/capsule.ts';
import { parseType, type Type } from '../schema/type.ts';
import { decodeValue, type Value } from '../values/decode.ts';

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
  if (capsule.language !== 'python') return [];
  if (hasJudge(capsule, 'function')) {
    const { judge, tests } = capsule;
    const returns = parseType(judge.returns);
    const expected = tests.map(test => pythonLiteral(decodeValue(returns, test.expected), returns));
    const literals = [...unique(expected).slice(0, MAX_EXPECTED), ...plainLiterals(returns)];
    return constantFunctions(judge.functionName, literals);
  }
  const { entryPoint } = capsule.judge;
  return entryPoint === undefined ? [] : constantFunctions(entryPoint, plainLiterals({ kind: 'any' }));
}

function constantFunctions(name: string, literals: string[]): TrivialAnswer[] {
  return unique(literals).map(literal => ({
    label: `always ${literal.length > 60 ? `${literal.slice(0, 60)}…` : literal}`,
    source: `def ${name}(*args, **kwargs):\n    return ${literal}\n`,
  }));
}

function plainLiterals(type: Type): string[] {
  switch (type.kind) {
    case 'int':
      return ['0', '1', '-1'];
    case 'float':
      return ['0.0', '1.0'];
    case 'bool':
      return ['True', 'False'];
    case 'string':
      return ['""'];
    case 'list':
      return ['[]'];
    case 'map':
      return ['{}'];
    case 'optional':
      return ['None', ...plainLiterals(type.of)];
    case 'any':
      return ['None', '0', '1', 'True', 'False', '""', '[]', '{}'];
  }
}

function pythonLiteral(value: Value, type: Type): string {
  if (value === null) return 'None';
  if (Array.isArray(value)) {
    const of = 'of' in type ? type.of : type;
    return `[${value.map(item => pythonLiteral(item, of)).join(', ')}]`;
  }
  if (value instanceof Map) {
    const of = 'of' in type ? type.of : type;
    return `{${[...value].map(([key, item]) => `${JSON.stringify(key)}: ${pythonLiteral(item, of)}`).join(', ')}}`;
  }
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  // JSON's string escapes are Python's too.
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && !Number.isFinite(value)) return `float("${value}")`;
  return String(value);
}

function constantOutputs(capsule: StdioCapsule): TrivialAnswer[] {
  const print = {
    python: (text: string) => `print(${JSON.stringify(text)}, end="")\n`,
    javascript: (text: string) => `process.stdout.write(${JSON.stringify(text)});\n`,
  }[capsule.language as string];
  if (!print) return [];
  return unique(capsule.tests.map(test => test.expected))
    .slice(0, MAX_EXPECTED)
    .map((text, index) => ({ label: `always prints expected output ${index + 1}`, source: print(text) }));
}

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

function unique(texts: string[]): string[] {
  return [...new Set(texts)];
}
