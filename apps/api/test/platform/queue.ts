import { createServer, type Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

/** What a consumer answered for one message. `lost`: it was gone before it answered. */
export type Fate = { kind: 'acknowledged' } | { kind: 'again'; delaySeconds: number } | { kind: 'lost' };
export type Deliver = (body: unknown, attempts: number) => Promise<Fate>;

interface Message {
  body: unknown;
  attempts: number;
  dueMs: number;
}

const sent = z.object({ body: z.unknown(), delaySeconds: z.number().default(0) });
const POLL_MS = 5;
/** Whoever did not answer is asked again soon. */
const LOST_DELAY_SECONDS = 0.5;

/**
 * A queue as Cloudflare's: it keeps a message until a consumer acknowledges it, delivers again what was lost with its
 * consumer, and runs several consumers side by side, which the local emulation does not. Senders post to its `url`.
 */
export class Queue {
  readonly #waiting: Message[] = [];
  readonly #server: Server;
  readonly #maxRetries: number;
  #stopped = false;
  #busy = 0;
  /** Bodies that were given up. */
  readonly dead: unknown[] = [];
  deliveries = 0;

  constructor(maxRetries: number) {
    this.#maxRetries = maxRetries;
    this.#server = createServer(async (request, response) => {
      let text = '';
      for await (const chunk of request) text += chunk;
      const { body, delaySeconds } = sent.parse(JSON.parse(text));
      this.#waiting.push({ body, attempts: 1, dueMs: Date.now() + delaySeconds * 1000 });
      response.end();
    });
  }

  listen(port: number): Promise<void> {
    return new Promise(resolve => this.#server.listen(port, '127.0.0.1', resolve));
  }

  /** Messages that are kept, those being worked on among them. */
  get size(): number {
    return this.#waiting.length + this.#busy;
  }

  /** Delivers, so many at once, until it is stopped; the oldest that is due first. */
  async run(deliver: Deliver, width: number): Promise<void> {
    await Promise.all(
      Array.from({ length: width }, async () => {
        while (!this.#stopped) {
          const index = this.#waiting.findIndex(({ dueMs }) => dueMs <= Date.now());
          const [message] = index < 0 ? [] : this.#waiting.splice(index, 1);
          if (message) await this.#deliver(message, deliver);
          else await sleep(POLL_MS);
        }
      }),
    );
  }

  stop(): Promise<void> {
    this.#stopped = true;
    this.#server.closeAllConnections();
    return new Promise(resolve => this.#server.close(() => resolve()));
  }

  async #deliver({ body, attempts }: Message, deliver: Deliver): Promise<void> {
    this.#busy++;
    this.deliveries++;
    const fate = await deliver(body, attempts);
    this.#busy--;
    if (fate.kind === 'acknowledged') return;
    if (fate.kind === 'again' && attempts > this.#maxRetries) {
      this.dead.push(body);
      return;
    }
    const delaySeconds = fate.kind === 'again' ? fate.delaySeconds : LOST_DELAY_SECONDS;
    // A consumer that was killed by the test says nothing of the message: it is no attempt of its own.
    const next = fate.kind === 'again' ? attempts + 1 : attempts;
    this.#waiting.push({ body, attempts: next, dueMs: Date.now() + delaySeconds * 1000 });
  }
}
