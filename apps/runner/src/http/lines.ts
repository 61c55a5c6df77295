/** A response body of one JSON value a line (NDJSON), each sent as soon as it is there. */

export const NDJSON = 'application/x-ndjson';

/** Whether a client's `Accept` names NDJSON. */
export function wantsLines(accept: string | undefined): boolean {
  return (accept ?? '').split(',').some(type => type.split(';')[0]?.trim().toLowerCase() === NDJSON);
}

export class Lines {
  readonly body: ReadableStream<Uint8Array>;
  readonly #gone = new AbortController();
  readonly #encoder = new TextEncoder();
  #sink: ReadableStreamDefaultController<Uint8Array> | undefined;

  constructor() {
    this.body = new ReadableStream({
      start: sink => {
        this.#sink = sink;
      },
      cancel: () => this.#gone.abort(new Error('the client is gone')),
    });
  }

  /** Aborted when the client stopped reading. */
  get gone(): AbortSignal {
    return this.#gone.signal;
  }

  write(value: Record<string, unknown>): void {
    if (!this.gone.aborted) this.#sink?.enqueue(this.#encoder.encode(`${JSON.stringify(value)}\n`));
  }

  end(): void {
    if (!this.gone.aborted) this.#sink?.close();
  }
}
