import type { Evidence } from '../lib/capsules.ts';
import { percentile, renderTable } from '../lib/table.ts';
import type { AbuseResult } from './abuse.ts';

/** A capsule that was proven, and how long it took from its creation on. */
export interface Published {
  set: string;
  name: string;
  document: object;
  evidence: Evidence;
  seconds: number;
}

export interface Submission {
  set: string;
  kind: string;
  accepted: boolean;
  mustBe: boolean;
  ms: number;
}

/** What proofs found, by set and language: mutants, how many runs it took, and how long. */
export function proofTable(published: Published[]): string {
  const languageOf = ({ document }: Published) => ('language' in document ? String(document.language) : '');
  const groups = Map.groupBy(published, one => `${one.set}\n${languageOf(one)}`);
  const rows = [...groups]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, group]) => {
      const [set = '', language = ''] = name.split('\n');
      const times = group.map(one => one.seconds);
      const sum = (of: (evidence: Evidence) => number) =>
        group.reduce((total, { evidence }) => total + of(evidence), 0);
      const seconds = (p: number) => Number(percentile(times, p).toFixed(1));
      const longest = group.reduce((a, b) => (b.seconds > a.seconds ? b : a));
      return [
        ...[set, language, group.length],
        sum(({ mutation }) => mutation?.made ?? 0),
        sum(({ mutation }) => mutation?.killed ?? 0),
        sum(({ mutation }) => mutation?.equivalent ?? 0),
        sum(({ mutation }) => mutation?.survivors.length ?? 0),
        sum(({ runs }) => runs),
        ...[seconds(50), seconds(100), describe(longest)],
      ];
    });
  const mutants = ['mutants', 'killed', 'equivalent', 'survived'];
  return renderTable(
    ['set', 'language', 'proven', ...mutants, 'runs', 'p50 s', 'max s', 'the longest'],
    rows,
  );
}

/** A proof's name and size, for its time grows with tests times mutants. */
function describe({ name, document, evidence }: Published): string {
  const tests = 'tests' in document && Array.isArray(document.tests) ? document.tests.length : 0;
  return `${name}: ${tests} tests, ${evidence.mutation?.made ?? 0} mutants, ${evidence.runs} runs`;
}

/** What was submitted, by set and kind, and how much of it was accepted. */
export function submissionTable(submissions: Submission[]): string {
  const groups = Map.groupBy(submissions, ({ set, kind }) => `${set}\n${kind}`);
  const rows = [...groups.values()].map(group => {
    const [first] = group;
    const accepted = group.filter(item => item.accepted).length;
    const times = group.map(item => item.ms);
    return [
      first?.set ?? '',
      first?.kind ?? '',
      group.length,
      accepted,
      first?.mustBe ? group.length : 0,
      Math.round(percentile(times, 50)),
      Math.round(percentile(times, 99)),
    ];
  });
  return renderTable(['set', 'answer', 'submitted', 'accepted', 'must be', 'p50 ms', 'p99 ms'], rows);
}

export function abuseTable(results: AbuseResult[]): string {
  const rows = results.map(({ statement, verdict, message, ms, nextIsFine }) => [
    statement,
    verdict,
    ms,
    nextIsFine ? 'fine' : 'NOT FINE',
    message.slice(0, 70),
  ]);
  return renderTable(['SQL abuse', 'verdict', 'ms', 'next request', 'what the learner reads'], rows);
}
