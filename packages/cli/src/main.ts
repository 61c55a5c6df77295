#!/usr/bin/env node
/** Entry point: finds the command, and turns its end into an exit code. */

import type { Command, Surroundings } from './command.ts';
import { exportCommand } from './commands/export.ts';
import { importCommand } from './commands/import.ts';
import { newCommand } from './commands/new.ts';
import { pullCommand } from './commands/pull.ts';
import { pushCommand } from './commands/push.ts';
import { runCommand } from './commands/run.ts';
import { verifyCommand } from './commands/verify.ts';
import { readEnvironment } from './environment.ts';
import { EXIT, type Exit, Failure } from './exit.ts';
import { processTerminal, type Terminal } from './terminal.ts';
import { VERSION } from './version.ts';

const COMMANDS: Record<string, Command> = {
  new: newCommand,
  verify: verifyCommand,
  run: runCommand,
  push: pushCommand,
  pull: pullCommand,
  import: importCommand,
  export: exportCommand,
};

const HELP = `devcapsules <command> [options]: make, prove and exchange capsules that live in folders

${Object.entries(COMMANDS)
  .map(([name, { summary }]) => `  ${name.padEnd(8)} ${summary}`)
  .join('\n')}

devcapsules <command> --help tells more, devcapsules --version which version this is.

Exit codes: 0 done, proven, accepted; 1 not proven, not accepted; 2 the command line is wrong; 3 a file
can't be read or written; 4 no runner or server answers; 130 interrupted.
`;

/** Runs one command line. Throws only for faults of this tool's own. */
export async function run(args: string[], surroundings: Surroundings): Promise<Exit> {
  const { terminal, signal } = surroundings;
  const [name = '--help', ...rest] = args;
  if (['--help', '-h', 'help'].includes(name)) return tell(HELP, terminal);
  if (name === '--version') return tell(`${VERSION}\n`, terminal);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) return fail(new Failure(EXIT.usage, `There is no command "${name}".`), terminal);
  if (rest.includes('--help') || rest.includes('-h')) return tell(command.help, terminal);
  try {
    return await command.run(rest, surroundings);
  } catch (error) {
    if (signal.aborted) return fail(new Failure(EXIT.interrupted, 'Interrupted.'), terminal);
    if (error instanceof Failure) return fail(error, terminal, `${name} `);
    throw error;
  }
}

function tell(text: string, terminal: Terminal): Exit {
  terminal.out(text);
  return EXIT.ok;
}

function fail({ exit, message }: Failure, terminal: Terminal, command = ''): Exit {
  terminal.err(`${message}${exit === EXIT.usage ? ` See devcapsules ${command}--help.` : ''}\n`);
  return exit;
}

async function main(): Promise<Exit> {
  const stop = new AbortController();
  const interrupt = () => stop.abort(new Error('interrupted'));
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  try {
    const environment = readEnvironment(process.env);
    const surroundings = { terminal: processTerminal, environment, signal: stop.signal };
    return await run(process.argv.slice(2), surroundings);
  } catch (error) {
    if (error instanceof Failure) return fail(error, processTerminal);
    console.error('This is a fault of devcapsules itself:', error);
    return EXIT.internal;
  }
}

if (import.meta.main) process.exitCode = await main();
