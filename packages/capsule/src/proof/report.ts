import type { Check, CheckId, Proof } from './proof.ts';

const TITLES: Record<CheckId, string> = {
  agreement: 'Schema and signature',
  stability: 'The solution, again and again',
  trivial_answers: 'Trivial answers',
  wrong_solutions: 'Known wrong solutions',
  mutants: 'Small faults in the solution',
  limits: 'Limits',
  leaks: 'Leaks',
};

/** The evidence as Markdown for people. */
export function renderReport(title: string, proof: Proof): string {
  const verdict = proof.passed
    ? 'Proven: this capsule may be published.'
    : 'Not proven: see what failed below.';
  const quality = proof.quality === null ? '' : `; quality ${Math.round(100 * proof.quality)} of 100`;
  const figures = `${proof.runs} test runs; slowest run of the solution ${proof.slowestSolutionMs} ms${quality}; content ${proof.contentHash.slice(0, 12)}.`;
  return [`# Proof of “${title}”`, verdict, figures, ...proof.checks.map(section), ...survivors(proof)]
    .map(part => `${part}\n`)
    .join('\n');
}

function section(check: Check): string {
  const mark = check.passed ? (check.warning ? '!' : '✓') : '✗';
  // Survivors have a section of their own, with their diffs.
  const lines = check.id === 'mutants' ? check.details.filter(line => !line.includes('\n')) : check.details;
  const details = lines.length > 0 ? `\n\n${lines.map(line => `- ${line}`).join('\n')}` : '';
  return `## ${mark} ${TITLES[check.id]}\n\n${check.summary}${details}`;
}

function survivors({ mutation }: Proof): string[] {
  return (mutation?.survivors ?? []).map(({ line, operator, diff, killer }) => {
    const test = killer
      ? `\n\nThis test would find it:\n\n\`\`\`json\n${JSON.stringify(killer, null, 2)}\n\`\`\``
      : '';
    return `### Not found: line ${line}, ${operator.replaceAll('_', ' ')}\n\n\`\`\`diff\n${diff}\n\`\`\`${test}`;
  });
}
