import type { Terminal } from './terminal.ts';

/** One line that changes on a terminal; elsewhere a line a step. */
export class ProgressLine {
  readonly #terminal: Terminal;
  #last = '';

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  /** `step` is all that is told where lines can't be written over. */
  tell(step: string, detail: string): void {
    const { isInteractive, columns } = this.#terminal;
    // A line that wraps could not be written over; its end says most.
    if (isInteractive) this.#terminal.err(`\r\u001b[K${`${step}${detail}`.slice(1 - columns)}`);
    else if (step !== this.#last) this.#terminal.err(`${step}\n`);
    this.#last = step;
  }

  /** Takes the line away, for what comes next. */
  end(): void {
    if (this.#terminal.isInteractive && this.#last !== '') this.#terminal.err('\r\u001b[K');
    this.#last = '';
  }
}
