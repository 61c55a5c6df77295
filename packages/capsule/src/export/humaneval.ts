import type { ProgramCapsule } from '../schema/capsule.ts';

/**
 * A Python `program` capsule with an entry point as one line of HumanEval JSONL: the starter becomes the
 * prompt, the whole solution its continuation, all tests one check function.
 */
export function writeHumanEval(capsule: ProgramCapsule): string {
  const { title, judge, solution, tests } = capsule;
  // Indenting the tests would change texts of several lines in them. JSON's string escapes are Python's too.
  const body = tests.map(({ code }) => `    exec(${JSON.stringify(code)}, globals())`);
  const line = {
    task_id: title.split(':')[0] ?? title,
    prompt: '',
    entry_point: judge.entryPoint ?? '',
    canonical_solution: solution,
    test: `def check(candidate):\n${body.join('\n')}\n`,
  };
  return `${JSON.stringify(line)}\n`;
}
