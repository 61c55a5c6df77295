import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DRIVERS } from '../../src/drivers/drivers.ts';
import { callTask } from '../../src/drivers/task.ts';
import { type Executor, PROGRAM_LANGUAGES, type ProgramLanguage } from '../../src/execution.ts';
import { runDriven } from '../../src/judges/driven.ts';
import type { FunctionCapsule } from '../../src/schema/capsule.ts';
import { parseType, type Type } from '../../src/schema/type.ts';
import { decodeValue, type Value } from '../../src/values/decode.ts';
import { writeValue } from '../../src/values/write.ts';
import { startRunnerExecutor } from '../runner-executor.ts';
import { identity } from './identity.ts';
import { EDGES, valuesOf } from './values.ts';

/** Set to repeat a run. */
const SEED = Number(process.env.ROUND_TRIP_SEED ?? Math.floor(Math.random() * 2 ** 31));
const BULK = 200;

let executor: Executor;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ executor, close } = await startRunnerExecutor());
}, 60_000);
afterAll(() => close());

/** What comes back when the function that returns its argument is called with each value. */
async function thereAndBack(language: ProgramLanguage, type: Type, values: Value[]): Promise<Value[]> {
  const { signature, source } = identity(language, type);
  const limits = { timeMs: 5000, memoryMb: 256 };
  const run = await runDriven(
    { language, limits } as FunctionCapsule,
    {
      files: DRIVERS[language].functionFiles(source, signature),
      tasks: values.map(value => callTask(language, signature, [JSON.parse(writeValue(value))])),
      advice: 'the driver does not compile',
    },
    { executor, newToken: () => crypto.randomUUID() },
  );
  expect(run.result.compile?.ok ?? true, run.result.compile?.stderr).toBe(true);
  return run.result.cases.map((outcome, i) => {
    const answer = run.answerOf(outcome, i);
    if (!answer) throw new Error(`no answer: ${outcome.status} ${outcome.stderr.slice(0, 500)}`);
    expect(answer.mismatch).toBeUndefined();
    return decodeValue(type, answer.value);
  });
}

const NESTED_8 = 'list<map<string, optional<list<map<string, optional<list<optional<int>>>>>>>>';
const SHAPES = [
  ...[
    'int',
    'float',
    'bool',
    'string',
    'list<bool>',
    'optional<int>',
    'optional<string>',
    'map<string, float>',
  ],
  ...[
    'list<optional<float>>',
    'list<list<string>>',
    'optional<list<int>>',
    'map<string, list<map<string, bool>>>',
  ],
  ...['optional<optional<int>>', NESTED_8],
];

describe.each(PROGRAM_LANGUAGES)(`%s, with seed ${SEED},`, language => {
  const shapes = ['python', 'javascript'].includes(language) ? [...SHAPES, 'any', 'list<any>'] : SHAPES;

  it.each(shapes)('carries %s there and back exactly', async text => {
    const type = parseType(text);
    const edges = text in EDGES ? EDGES[text as keyof typeof EDGES] : [];
    const values = [...edges, ...fc.sample(valuesOf(type), { numRuns: 8, seed: SEED })];
    expect(await thereAndBack(language, type, values)).toEqual(values);
  });

  it.each(['int', 'float', 'string', 'map<string, optional<int>>', NESTED_8])(
    `carries ${BULK} of %s in one list`,
    async text => {
      const type: Type = { kind: 'list', of: parseType(text.replace(/^list<(.*)>$/, '$1')) };
      const values = fc.sample(valuesOf(type.of), { numRuns: BULK, seed: SEED });
      expect(await thereAndBack(language, type, [values])).toEqual([values]);
    },
  );

  it('carries a list of nearly a megabyte', async () => {
    const values = Array.from({ length: 150_000 }, (_, i) => BigInt((i * 7919) % 100_000));
    const [back] = await thereAndBack(language, parseType('list<int>'), [values]);
    expect(back).toEqual(values);
  });
});
