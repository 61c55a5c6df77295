/** What the process ends with; scripts rely on these. */
export const EXIT = {
  ok: 0,
  /** The capsule is not proven, or the answer not accepted. */
  rejected: 1,
  /** The command line makes no sense. */
  usage: 2,
  /** A file can't be read as what it should be, or can't be written. */
  unreadable: 3,
  /** No runner answers, or not as a runner does. */
  unreachable: 4,
  /** A fault of this tool's own; as EX_SOFTWARE of sysexits.h. */
  internal: 70,
  /** Ended by Ctrl-C. */
  interrupted: 130,
} as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** An end that is told in one sentence. */
export class Failure extends Error {
  readonly exit: Exit;

  constructor(exit: Exit, message: string) {
    super(message);
    this.name = 'Failure';
    this.exit = exit;
  }
}
