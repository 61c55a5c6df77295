import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Environment } from './environment.ts';
import { EXIT, Failure } from './exit.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Where programs run: options that several commands have. */
export const RUNNER_OPTIONS = {
  runner: { type: 'string' },
  secret: { type: 'string' },
} as const satisfies Options;

export const RUNNER_HELP = `  --runner URL     the runner that executes programs (RUNNER_URL, or http://127.0.0.1:2000)
  --secret TEXT    its shared secret (better in RUNNER_SECRET, for others can see command lines)`;

/** Parses a command's line. @throws Failure */
export function parseLine<const Config extends Options>(args: string[], options: Config) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    // Node's text: the first sentence says what is wrong, the rest how to escape it.
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new Failure(EXIT.usage, `${sentence.replace(/\.$/, '')}.`);
  }
}

/** @throws Failure when there are fewer or more than the names say; a name in brackets may be missing */
export function checkPositionals(given: string[], ...names: string[]): string[] {
  const missing = names[given.length];
  if (missing !== undefined && !missing.startsWith('['))
    throw new Failure(EXIT.usage, `${missing} is missing.`);
  if (given.length > names.length) throw new Failure(EXIT.usage, `"${given[names.length]}" is one too many.`);
  return given;
}

/** @throws Failure naming the choices */
export function oneOf<const Choice extends string>(
  option: string,
  choices: readonly Choice[],
  given: string | undefined,
): Choice {
  const found = choices.find(choice => choice === given);
  if (found !== undefined) return found;
  const problem = given === undefined ? 'is missing' : `can't be "${given}"`;
  throw new Failure(EXIT.usage, `${option} ${problem}: choose ${choices.join(', ')}.`);
}

/** @throws Failure */
export function runnerAt(
  values: { runner?: string | undefined; secret?: string | undefined },
  { runnerUrl, runnerSecret }: Environment,
): { url: string; secret: string | undefined } {
  const url = values.runner ?? runnerUrl;
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
    throw new Failure(EXIT.usage, `--runner: "${url}" is no http or https URL.`);
  }
  return { url, secret: values.secret ?? runnerSecret };
}
