import type { Capsule, CapsuleTest } from './schema/capsule.ts';
import { referencedHash } from './scripts.ts';

/** Larger set-up scripts are data, not reading matter: they are left out of what learners get. */
const SHOWN_SETUP_CHARS = 16_000;

/** What a learner may see of a capsule: no solution, no hidden test, no hint before it is earned. */
export interface LearnerView {
  schemaVersion: 1;
  type: Capsule['type'];
  language: Capsule['language'];
  title: string;
  difficulty: Capsule['difficulty'];
  tags: string[];
  statement: string;
  objectives: string[];
  judge: Capsule['judge'];
  starter: string;
  tests: CapsuleTest[];
  hiddenTests: number;
  hintCount: number;
  limits: Capsule['limits'];
}

/** Names each field that goes out, so that a new one stays in until somebody decides. */
export function learnerView(capsule: Capsule): LearnerView {
  const visible = capsule.tests.filter(test => !test.hidden);
  return {
    schemaVersion: capsule.schemaVersion,
    type: capsule.type,
    language: capsule.language,
    title: capsule.title,
    difficulty: capsule.difficulty,
    tags: capsule.tags,
    statement: capsule.statement,
    objectives: capsule.objectives,
    judge: shownJudge(capsule),
    starter: capsule.starter,
    tests: visible.map(shownTest),
    hiddenTests: capsule.tests.length - visible.length,
    hintCount: capsule.hints.length,
    limits: capsule.limits,
  };
}

function shownJudge({ judge }: Capsule): Capsule['judge'] {
  // A checker often knows the solution: learners learn that there is one.
  if (judge.kind === 'stdio' && judge.comparer.kind === 'checker') {
    return { ...judge, comparer: { ...judge.comparer, source: '' } };
  }
  if (judge.kind !== 'query' || isShown(judge.setup)) return judge;
  const { setup: _, ...rest } = judge;
  return rest;
}

function shownTest(test: CapsuleTest): CapsuleTest {
  if (!('setup' in test) || isShown(test.setup)) return test;
  const { setup: _, ...rest } = test;
  return rest;
}

function isShown(script: string | undefined): boolean {
  return script === undefined || (script.length <= SHOWN_SETUP_CHARS && referencedHash(script) === null);
}
