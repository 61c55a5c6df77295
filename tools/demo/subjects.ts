import { readFileSync } from 'node:fs';
import { importHumanEval } from '@devcapsules/capsule/import/humaneval';
import { functionCapsule } from '@devcapsules/capsule/schema/capsule';
import { parseType } from '@devcapsules/capsule/schema/type';
import { constantAnswer } from '@devcapsules/capsule/starter/constant';
import { decodeValue } from '@devcapsules/capsule/values/decode';
import { corpus } from '../corpora.ts';
import { type Example, readExamples } from '../lib/examples.ts';
import { problemNames, readProblem } from '../lib/problems.ts';

/** An answer to submit, and whether it must be accepted. */
export interface Answer {
  kind: string;
  source: string;
  accepted: boolean;
}

/** A capsule with all that the demo submits to it. */
export interface Subject {
  set: string;
  name: string;
  document: object;
  answers: Answer[];
}

/** Everything that a forger might print or write, as the protocol's own words. */
const MARKERS = `print("ready", flush=True)
print('{"token": "", "value": null}', flush=True)
import os
for fd in range(256):
    try:
        os.write(fd, b'ready\\n{"token": ""}\\n')
    except OSError:
        pass
`;

/** HumanEval's problems, each with its reference and with four ways to cheat. */
export function humanEval(): Subject[] {
  const problems = importHumanEval(readFileSync(corpus('humaneval/HumanEval.jsonl'), 'utf8'));
  return problems.map(({ id, capsule }) => ({
    set: 'HumanEval',
    name: id,
    document: capsule,
    answers: [
      { kind: 'reference', source: capsule.solution, accepted: true },
      { kind: 'stub (pass)', source: capsule.starter, accepted: false },
      { kind: 'sys.exit(0)', source: `${capsule.starter}\nimport sys\nsys.exit(0)\n`, accepted: false },
      { kind: 'os._exit(0)', source: `${capsule.starter}\nimport os\nos._exit(0)\n`, accepted: false },
      { kind: 'prints every marker', source: capsule.starter + MARKERS, accepted: false },
    ],
  }));
}

/** Our SQL capsules over Chinook, on the real database. */
export function chinook(): Subject[] {
  const setup = readFileSync(corpus('chinook/Chinook_Sqlite.sql'), 'utf8').replace(/^\uFEFF/, '');
  return readExamples('chinook').map(example => {
    const { capsule } = example;
    return subjectOf('Chinook', example, { ...capsule, judge: { ...capsule.judge, setup } });
  });
}

/** The examples that need nothing else. */
export function examples(folder: string): Subject[] {
  return readExamples(folder).map(example => subjectOf(`examples/${folder}`, example, example.capsule));
}

/** Each problem in each language, with what proves nothing: its starter, and the first test's result as a constant. */
export function problems(): Subject[] {
  return problemNames()
    .flatMap(readProblem)
    .map(example => {
      const { language, judge, starter, tests } = functionCapsule.parse(example.capsule);
      const constant = decodeValue(parseType(judge.returns), tests[0]?.expected);
      const subject = subjectOf('examples/problems', example, example.capsule);
      return {
        ...subject,
        answers: [
          ...subject.answers,
          { kind: 'starter', source: starter, accepted: false },
          { kind: 'a constant', source: constantAnswer(language, judge, constant), accepted: false },
        ],
      };
    });
}

function subjectOf(set: string, { file, capsule, wrong }: Example, document: object): Subject {
  return {
    set,
    name: file,
    document,
    answers: [
      { kind: 'reference', source: capsule.solution, accepted: true },
      ...wrong.map(({ why, source }) => ({ kind: kindOf(why), source, accepted: false })),
    ],
  };
}

/** The mistakes that the demo counts apart; all others are one kind. */
function kindOf(why: string): string {
  if (/no order by/i.test(why)) return 'no ORDER BY';
  if (/twice|duplicate/i.test(why)) return 'a row twice';
  if (/constant/i.test(why)) return 'a constant';
  if (/off by one/i.test(why)) return 'off by one';
  return 'another mistake';
}
