import { contentHash } from '@devcapsules/capsule/hash';
import type { Proof } from '@devcapsules/capsule/proof/proof';
import { prove } from '@devcapsules/capsule/proof/prove';
import { renderReport } from '@devcapsules/capsule/proof/report';
import type { Command, Surroundings } from '../command.ts';
import { localMutants } from '../executor/grammars.ts';
import { runnerExecutor } from '../executor/runner.ts';
import { EXIT, Failure } from '../exit.ts';
import { type Read, readCapsules } from '../files/read.ts';
import { writeOne } from '../files/write.ts';
import { openMemory } from '../memory.ts';
import { parseLine, RUNNER_HELP, RUNNER_OPTIONS, runnerAt } from '../options.ts';
import { ProgressLine } from '../progress.ts';
import { paint, type Terminal } from '../terminal.ts';

const HELP = `devcapsules verify <path …> [options]

Proves capsules by execution and prints the evidence. A path is a folder or a file in any form that import reads.
An interrupted proof of the same content goes on where it was.

  --strict         not proven either when there are warnings, as for tests that miss too many small faults
  --json           prints a list of {name, title, proof} instead of Markdown
  --report FILE    writes the Markdown to FILE, and prints a line a capsule
  --fresh          begins anew what was interrupted
  --width N        answers judged side by side, 1 to 16 (2)
${RUNNER_HELP}
`;

const MAX_WIDTH = 16;

interface Proven extends Read {
  proof: Proof;
}

interface Settings {
  runner: { url: string; secret: string | undefined };
  isFresh: boolean;
  width: number;
}

export const verifyCommand: Command = {
  summary: 'prove capsules by execution',
  help: HELP,
  async run(args, surroundings) {
    const { values, positionals } = parseLine(args, {
      ...RUNNER_OPTIONS,
      json: { type: 'boolean', default: false },
      report: { type: 'string' },
      strict: { type: 'boolean', default: false },
      fresh: { type: 'boolean', default: false },
      width: { type: 'string', default: '2' },
    });
    if (positionals.length === 0) throw new Failure(EXIT.usage, 'The path of a capsule is missing.');
    const runner = runnerAt(values, surroundings.environment);
    const settings = { runner, isFresh: values.fresh, width: widthOf(values.width) };
    const { terminal } = surroundings;

    const capsules = (await Promise.all(positionals.map(path => readCapsules(path)))).flat();
    const all: Proven[] = [];
    for (const read of capsules) {
      for (const note of read.notes) terminal.err(`${read.name}: ${note}\n`);
      const proven = { ...read, proof: await proveOne(read, settings, surroundings) };
      all.push(proven);
      if (values.report !== undefined) terminal.out(`${summary(proven, terminal)}\n`);
      else if (!values.json)
        terminal.out(`${all.length > 1 ? '\n' : ''}${coloured(reportOf(proven), terminal)}`);
    }
    if (values.json) terminal.out(`${JSON.stringify(all.map(asJson), null, 2)}\n`);
    if (values.report !== undefined) await writeOne(values.report, all.map(reportOf).join('\n'), true);
    const holds = ({ passed, checks }: Proof) =>
      passed && !(values.strict && checks.some(check => check.warning));
    return all.every(({ proof }) => holds(proof)) ? EXIT.ok : EXIT.rejected;
  },
};

/** Proves one capsule, telling how far it is on stderr. */
async function proveOne(
  { name, capsule }: Read,
  settings: Settings,
  surroundings: Surroundings,
): Promise<Proof> {
  const { terminal, environment, signal } = surroundings;
  const memory = await openMemory(environment.cacheFolder, await contentHash(capsule));
  if (settings.isFresh) await memory.forget();
  else if (memory.known > 0) terminal.err(`${name}: going on, ${memory.known} findings are known.\n`);
  const line = new ProgressLine(terminal);
  try {
    const proof = await prove(capsule, {
      executor: runnerExecutor({ ...settings.runner, signal }),
      makeMutants: localMutants,
      newToken: () => crypto.randomUUID(),
      now: () => performance.now(),
      width: settings.width,
      memory,
      signal,
      onProgress: ({ step, done, total }) =>
        line.tell(`${name}: ${step.replaceAll('_', ' ')}`, ` ${done}/${total}`),
    });
    await memory.forget();
    return proof;
  } finally {
    line.end();
  }
}

function widthOf(text: string): number {
  const width = Number(text);
  if (Number.isInteger(width) && width >= 1 && width <= MAX_WIDTH) return width;
  throw new Failure(EXIT.usage, `--width can't be "${text}": a whole number from 1 to ${MAX_WIDTH}.`);
}

function reportOf({ capsule, proof }: Proven): string {
  return renderReport(capsule.title, proof);
}

function asJson({ name, capsule, proof }: Proven) {
  return { name, title: capsule.title, proof };
}

function summary({ name, proof }: Proven, terminal: Terminal): string {
  const failed = proof.checks.filter(check => !check.passed).map(check => check.id.replaceAll('_', ' '));
  if (failed.length > 0) return `${name}: ${paint(terminal, 'red', 'not proven')} (${failed.join(', ')})`;
  const warnings = proof.checks.filter(check => check.warning).map(check => check.summary);
  const warning = warnings.length > 0 ? paint(terminal, 'yellow', `; ${warnings.join(' ')}`) : '';
  return `${name}: ${paint(terminal, 'green', 'proven')}${warning}`;
}

const STYLES = { '✓': 'green', '!': 'yellow', '✗': 'red' } as const;

function coloured(report: string, terminal: Terminal): string {
  return report.replace(/^## ([✓!✗])(.*)$/gm, (line, mark: keyof typeof STYLES) =>
    paint(terminal, STYLES[mark], line),
  );
}
