import { stringify } from 'yaml';
import type { Folder } from '../import/folder.ts';
import type { StdioCapsule } from '../schema/capsule.ts';
import { EXTENSION } from './languages.ts';

/**
 * A `stdio` capsule as a Kattis problem package. Hints, objectives and the starter have no place in it; an
 * author's checker has another interface there and is left out.
 */
export function writeKattis(capsule: StdioCapsule): Folder {
  const { title, tags, statement, language, solution, judge, tests, limits, wrongSolutions = [] } = capsule;
  const { comparer } = judge;
  const flags =
    comparer.kind === 'float'
      ? `float_relative_tolerance ${comparer.relative} float_absolute_tolerance ${comparer.absolute}`
      : comparer.kind === 'exact'
        ? 'case_sensitive space_change_sensitive'
        : 'case_sensitive';
  const about = {
    name: title,
    keywords: tags,
    validation: 'default',
    validator_flags: flags,
    limits: { time_limit: limits.timeMs / 1000, memory: limits.memoryMb },
  };
  const files = new Map([
    ['problem.yaml', stringify(about)],
    ['problem_statement/problem.en.md', `${statement}\n`],
    [`submissions/accepted/solution.${EXTENSION[language]}`, solution],
  ]);
  for (const [index, { source }] of wrongSolutions.entries()) {
    files.set(
      `submissions/wrong_answer/wrong${String(index + 1).padStart(2, '0')}.${EXTENSION[language]}`,
      source,
    );
  }
  for (const [index, test] of tests.entries()) {
    const slug = test.name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
    const base = `data/${test.hidden ? 'secret' : 'sample'}/${String(index + 1).padStart(3, '0')}-${slug || 'test'}`;
    files.set(`${base}.in`, test.stdin);
    files.set(`${base}.ans`, test.expected);
  }
  return files;
}
