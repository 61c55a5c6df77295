import { concurrently } from '../concurrently.ts';
import { lineDiff } from '../mutants/diff.ts';
import type { Mutant } from '../mutants/mutant.ts';
import type { Capsule, CapsuleTest } from '../schema/capsule.ts';
import type { Bench } from './bench.ts';
import { furtherTests } from './further/tests.ts';
import type { Check, Mutation, Survivor } from './proof.ts';

/** Mutants of one solution: enough to tell weak tests from strong ones, few enough to take seconds. */
export const MAX_MUTANTS = 30;
/** Below this share of killed mutants the report warns. */
export const ENOUGH_KILLED = 0.85;
/** Tests that a mutant meets first; most die of these, and the rest is then spared. */
const FIRST_TESTS = 3;
/** A mutant that loops is given up after this many times the solution's slowest run, and at least this long. */
const PATIENCE = 10;
const LEAST_TIME_MS = 250;

type Fate = 'killed' | 'survived' | 'invalid';
/** A mutant, its place among all, and what became of it. */
interface Tried {
  mutant: Mutant;
  index: number;
  fate: Fate;
}

/** Step 4: how many small faults in the solution the tests find. */
export async function checkMutants(
  capsule: Capsule,
  hash: string,
  slowestSolutionMs: number,
  bench: Bench,
): Promise<{ check: Check; mutation: Mutation }> {
  const { makeMutants, now } = bench.context;
  const startedAt = now();
  const { language, solution: source } = capsule;
  const mutants = await makeMutants({ language, source, count: MAX_MUTANTS });
  const hurried = withTimeLimit(capsule, slowestSolutionMs);
  const trial = new Trial(hurried, bench);
  const tried = await bench.each('mutants', mutants, (mutant, index) => trial.run(mutant, index));
  const survived = tried.filter(({ fate }) => fate === 'survived');
  const { survivors, equivalent } = await screen(hurried, hash, survived, bench);
  const killed = tried.filter(({ fate }) => fate === 'killed').length;
  const made = killed + survived.length;
  const score = made === equivalent ? null : killed / (made - equivalent);
  const mutation = { made, killed, equivalent, survivors, score, durationMs: now() - startedAt };
  return { check: checkOf(mutation), mutation };
}

function withTimeLimit(capsule: Capsule, slowestSolutionMs: number): Capsule {
  const patienceMs = Math.max(LEAST_TIME_MS, PATIENCE * slowestSolutionMs);
  const timeMs = Math.min(capsule.limits.timeMs, Math.ceil(patienceMs));
  return { ...capsule, limits: { ...capsule.limits, timeMs } };
}

/** Runs mutants against the tests, those that killed before first. */
class Trial {
  readonly #capsule: Capsule;
  readonly #bench: Bench;
  readonly #kills = new Map<string, number>();

  constructor(capsule: Capsule, bench: Bench) {
    this.#capsule = capsule;
    this.#bench = bench;
  }

  async run(mutant: Mutant, index: number): Promise<Tried> {
    const { fate, runs } = await this.#bench.remember(`mutants/${index}`, () => this.#try(mutant.source));
    this.#bench.runs += runs;
    return { mutant, index, fate };
  }

  async #try(source: string): Promise<{ fate: Fate; runs: number }> {
    const kills = (test: CapsuleTest) => this.#kills.get(test.name) ?? 0;
    const tests = [...this.#capsule.tests].sort((a, b) => kills(b) - kills(a));
    let runs = 0;
    for (const part of [tests.slice(0, FIRST_TESTS), tests.slice(FIRST_TESTS)]) {
      if (part.length === 0) continue;
      const finding = await this.#bench.find(this.#capsule, source, { tests: part as Capsule['tests'] });
      runs += finding.total;
      if (finding.verdict === 'accepted') continue;
      if (finding.verdict === 'internal_error')
        throw new Error(`a mutant could not be judged: ${finding.why}`);
      if (neverRan(this.#capsule, finding)) return { fate: 'invalid', runs };
      const by = finding.failed ?? '';
      this.#kills.set(by, (this.#kills.get(by) ?? 0) + 1);
      return { fate: 'killed', runs };
    }
    return { fate: 'survived', runs };
  }
}

/** What does not compile is no mutant; SQL is compiled when it is run, against the test's own tables. */
function neverRan(capsule: Capsule, finding: { verdict: string; passed: number }): boolean {
  if (finding.verdict === 'compile_error') return true;
  return capsule.language === 'sql' && finding.verdict === 'runtime_error' && finding.passed === 0;
}

/** Tells survivors that differ from the solution on further inputs from those that seem to be the same. */
async function screen(
  capsule: Capsule,
  hash: string,
  survived: Tried[],
  bench: Bench,
): Promise<{ survivors: Survivor[]; equivalent: number }> {
  const describe = ({ mutant: { operator, line, source } }: Tried) => ({
    operator,
    line,
    diff: lineDiff(capsule.solution, source),
  });
  const further = survived.length === 0 ? [] : await furtherTests(capsule, hash, bench.context);
  if (further.length === 0) return { survivors: survived.map(describe), equivalent: 0 };
  const tests = further as Capsule['tests'];
  const findings = await concurrently(survived, bench.context.width ?? 1, ({ mutant, index }) =>
    bench.judge(`screen/${index}`, capsule, mutant.source, { tests }),
  );
  const survivors = survived.flatMap((one, place): Survivor[] => {
    const finding = findings[place];
    if (!finding || finding.verdict === 'accepted') return [];
    const killer = further.find(test => test.name === finding.failed);
    return [{ ...describe(one), ...(killer && { killer }) }];
  });
  return { survivors, equivalent: survived.length - survivors.length };
}

function checkOf({ made, killed, equivalent, survivors, score }: Mutation): Check {
  const warning = score !== null && score < ENOUGH_KILLED;
  const share = score === null ? '' : ` (${Math.round(100 * score)} %)`;
  const summary =
    made === 0
      ? 'There is nothing in the solution to mutate.'
      : `The tests find ${killed} of ${made - equivalent} small faults${share}.`;
  const details = survivors.map(
    ({ line, operator, diff }) => `Not found, line ${line}, ${operator}:\n${diff}`,
  );
  if (equivalent > 0) {
    details.push(`${equivalent} more behave as the solution does on every further input, and don't count.`);
  }
  return { id: 'mutants', passed: true, ...(warning && { warning }), summary, details };
}
