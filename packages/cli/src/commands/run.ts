import { judge } from '@devcapsules/capsule/judges/judge';
import type { Capsule } from '@devcapsules/capsule/schema/capsule';
import type { Judgement } from '@devcapsules/capsule/verdict';
import type { Command } from '../command.ts';
import { runnerExecutor } from '../executor/runner.ts';
import { EXIT, Failure } from '../exit.ts';
import { readCapsule } from '../files/read.ts';
import { readText } from '../files/text.ts';
import { judgementText } from '../judgement-text.ts';
import { checkPositionals, parseLine, RUNNER_HELP, RUNNER_OPTIONS, runnerAt } from '../options.ts';

const HELP = `devcapsules run <path> [FILE] [options]

Judges an answer against a capsule's tests, hidden ones too: FILE, or the capsule's own solution. Prints each test's
verdict, and for those that fail what was expected and what came.

  --test NAME      only this test; may be given several times
  --json           prints the judgement as JSON
${RUNNER_HELP}
`;

export const runCommand: Command = {
  summary: "judge an answer against a capsule's tests",
  help: HELP,
  async run(args, { terminal, environment, signal }) {
    const { values, positionals } = parseLine(args, {
      ...RUNNER_OPTIONS,
      test: { type: 'string', multiple: true },
      json: { type: 'boolean', default: false },
    });
    const [path = '', file] = checkPositionals(positionals, 'The path of the capsule', '[FILE]');
    const runner = runnerAt(values, environment);
    const { capsule } = await readCapsule(path);
    const tests = chosenTests(capsule, values.test);
    const source = file === undefined ? capsule.solution : await readText(file);
    const context = { executor: runnerExecutor({ ...runner, signal }), newToken: () => crypto.randomUUID() };
    const judgement: Judgement = await judge(capsule, source, context, tests);
    terminal.out(
      values.json ? `${JSON.stringify(judgement, null, 2)}\n` : judgementText(judgement, terminal),
    );
    return judgement.verdict === 'accepted' ? EXIT.ok : EXIT.rejected;
  },
};

function chosenTests({ tests }: Capsule, names: string[] | undefined): Capsule['tests'] {
  const unknown = names?.find(name => !tests.some(test => test.name === name));
  if (unknown !== undefined) {
    const known = tests.map(({ name }) => `"${name}"`).join(', ');
    throw new Failure(EXIT.usage, `There is no test "${unknown}"; there are ${known}.`);
  }
  return tests.filter(({ name }) => names?.includes(name) ?? true) as Capsule['tests'];
}
