import type { Proof } from './proof.ts';

const TITLES: Record<Proof['checks'][number]['id'], string> = {
  agreement: 'Schema and signature',
  stability: 'The solution, again and again',
  trivial_answers: 'Trivial answers',
  limits: 'Limits',
  leaks: 'Leaks',
};

/** The evidence as Markdown for people. */
export function renderReport(title: string, proof: Proof): string {
  const sections = proof.checks.map(check =>
    [
      `## ${check.passed ? '✓' : '✗'} ${TITLES[check.id]}`,
      '',
      check.summary,
      ...(check.details.length ? ['', ...check.details.map(line => `- ${line}`)] : []),
    ].join('\n'),
  );
  const verdict = proof.passed
    ? 'Proven: this capsule may be published.'
    : 'Not proven: see what failed below.';
  return [
    `# Proof of “${title}”`,
    '',
    verdict,
    '',
    `${proof.runs} test runs; slowest run of the solution ${proof.slowestSolutionMs} ms; content ${proof.contentHash.slice(0, 12)}.`,
    '',
    sections.join('\n\n'),
    '',
  ].join('\n');
}
