import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { corpus } from '../../../tools/corpora.ts';
import { importHumanEval } from '../src/import/humaneval.ts';

const path = corpus('humaneval/HumanEval.jsonl');
if (!existsSync(path)) console.warn(`SKIPPED: no HumanEval at ${path}; set DEVCAPSULES_CORPORA`);

describe('the HumanEval importer', () => {
  it.skipIf(!existsSync(path))('reads all 164 problems as valid capsules', () => {
    const problems = importHumanEval(readFileSync(path, 'utf8'));
    expect(problems).toHaveLength(164);
    expect(new Set(problems.map(({ id }) => id)).size).toBe(164);
    expect(problems[0]?.capsule).toMatchObject({
      title: 'HumanEval/0: has_close_elements',
      judge: { kind: 'program', entryPoint: 'has_close_elements' },
    });
  });

  it('names the line that is not a problem', () => {
    expect(() => importHumanEval('\n{"task_id": 1}\n')).toThrow('line 2');
    expect(() => importHumanEval('{"task_id"')).toThrow('line 1');
  });
});
