/** Progress of a long step: one line that renews itself on a terminal, a line a tenth elsewhere. */
export class Progress {
  readonly #title: string;
  readonly #total: number;
  readonly #startedAt = performance.now();
  #done = 0;
  #tenth = 0;

  constructor(title: string, total: number) {
    this.#title = title;
    this.#total = total;
  }

  advance(): void {
    this.#done++;
    const tenth = Math.floor((10 * this.#done) / this.#total);
    if (process.stdout.isTTY) process.stdout.write(`\r${this.#line()}`);
    else if (tenth > this.#tenth) console.log(this.#line());
    this.#tenth = tenth;
    if (this.#done === this.#total && process.stdout.isTTY) console.log();
  }

  #line(): string {
    const seconds = ((performance.now() - this.#startedAt) / 1000).toFixed(1);
    return `• ${this.#title}: ${this.#done} of ${this.#total}, ${seconds} s`;
  }
}
