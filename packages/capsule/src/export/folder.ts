import { stringify } from 'yaml';
import type { Folder } from '../import/folder.ts';
import { type Capsule, hasJudge } from '../schema/capsule.ts';
import { EXTENSION } from './languages.ts';

/**
 * A capsule as files that read well in git: `capsule.md` (the statement, with all that is short as front
 * matter), `starter.*`, `solution.*`, `tests.json`, and where there are such `setup.sql`, `checker.*`, `wrong/*`.
 */
export function writeFolder(capsule: Capsule): Folder {
  const extension = EXTENSION[capsule.language];
  const { statement, starter, solution, tests, wrongSolutions, ...short } = capsule;
  const files = new Map([
    [`starter.${extension}`, starter],
    [`solution.${extension}`, solution],
    ['tests.json', `${JSON.stringify(tests, null, 2)}\n`],
  ]);
  const wrong = wrongSolutions?.map(({ why, source }, index) => {
    const file = `wrong/${String(index + 1).padStart(2, '0')}.${extension}`;
    files.set(file, source);
    return { why, file };
  });
  const head = { ...short, judge: shortJudge(capsule, files), ...(wrong && { wrong }) };
  files.set('capsule.md', `---\n${stringify(head, { lineWidth: 110 })}---\n\n${statement}\n`);
  return files;
}

/** The judge without its programs, which get files of their own. */
function shortJudge(capsule: Capsule, files: Map<string, string>): object {
  if (hasJudge(capsule, 'query') && capsule.judge.setup !== undefined) {
    const { setup, ...judge } = capsule.judge;
    files.set('setup.sql', setup);
    return judge;
  }
  if (hasJudge(capsule, 'stdio') && capsule.judge.comparer.kind === 'checker') {
    const { source, ...comparer } = capsule.judge.comparer;
    files.set(`checker.${EXTENSION[comparer.language]}`, source);
    return { ...capsule.judge, comparer };
  }
  return capsule.judge;
}
