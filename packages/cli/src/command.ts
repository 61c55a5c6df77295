import type { Environment } from './environment.ts';
import type { Exit } from './exit.ts';
import type { Terminal } from './terminal.ts';

export interface Surroundings {
  terminal: Terminal;
  environment: Environment;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
}

export interface Command {
  summary: string;
  help: string;
  /** @throws Failure for what its user can mend */
  run(args: string[], surroundings: Surroundings): Promise<Exit>;
}
