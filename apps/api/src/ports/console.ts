import type { ProgramLanguage, ProgramLimits } from '@devcapsules/capsule/execution';

/** One end of a conversation in text messages. */
export interface Link {
  send(text: string): void;
  /** Closing one that is closed does nothing. */
  close(code: number, reason: string): void;
  listen(listener: { message(text: string): void; closed(): void }): void;
}

/** A program that somebody talks to while it runs. */
export interface ConsoleProgram {
  language: ProgramLanguage;
  source: string;
  args: string[];
  /** `timeMs` is of the processor. */
  limits: ProgramLimits;
  /** How long it may run, waiting for its user included. */
  wallMs: number;
}

/** Starts a program on a runner; what it says comes in Piston's messages. */
export interface ConsoleRunner {
  /** @throws AppError RUNNER_UNAVAILABLE | RUNNER_BUSY | EXECUTION_DISABLED */
  open(program: ConsoleProgram): Promise<Link>;
}
