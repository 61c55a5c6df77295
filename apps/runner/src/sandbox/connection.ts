/** The line to a slot's init: frames out, frames in, and the one failure that ends it. */

import type { Socket } from 'node:net';
import { FrameReader, InitFrame } from './protocol.ts';

/** The slot can no longer be used: its init died, went silent, or could not do what it was told. */
export class SlotFailure extends Error {
  readonly oomKilled: boolean;
  constructor(message: string, oomKilled: boolean) {
    super(message);
    this.oomKilled = oomKilled;
  }
}

interface Expectation {
  /** Returns true when it got what it waits for. */
  on(type: string, payload: Buffer): boolean;
  reject(error: Error): void;
}

export class Connection {
  /** Resolves when no process holds the other end any more. */
  readonly closed: Promise<void>;
  readonly #socket: Socket;
  readonly #oomKilled: () => boolean;
  readonly #frames = new FrameReader();
  #expectation: Expectation | null = null;
  #failure: SlotFailure | null = null;

  /** `oomKilled` is asked at the moment of failure: the cgroup can still tell why its processes died. */
  constructor(socket: Socket, oomKilled: () => boolean) {
    this.#socket = socket;
    this.#oomKilled = oomKilled;
    this.closed = new Promise(resolve => socket.once('close', () => resolve()));
    socket.on('error', error => this.fail(`connection lost: ${error.message}`));
    socket.once('close', () => this.fail(`ended ${this.#frames.rest}`));
    socket.on('data', bytes => this.#receive(bytes));
  }

  get failed(): boolean {
    return this.#failure !== null;
  }

  send(bytes: Buffer): void {
    if (!this.#failure && bytes.length > 0) this.#socket.write(bytes);
  }

  /** Lets go of init, which then ends. */
  end(): void {
    this.#socket.end();
  }

  /**
   * Waits for one frame and returns its payload; others go to `onOther`. Throws SlotFailure.
   * A frame that comes while no one waits is lost: of two in a row, wait for the last.
   */
  expect(
    wanted: InitFrame,
    timeoutMs: number,
    onOther?: (type: string, payload: Buffer) => void,
  ): Promise<Buffer> {
    if (this.#failure) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.fail('silent beyond its limit'), timeoutMs);
      this.#expectation = {
        on(type, payload) {
          if (type !== wanted) {
            onOther?.(type, payload);
            return false;
          }
          clearTimeout(timer);
          resolve(Buffer.from(payload));
          return true;
        },
        reject(error) {
          clearTimeout(timer);
          reject(error);
        },
      };
    });
  }

  /** The first failure stands; whoever waits is told. */
  fail(message: string): void {
    if (this.#failure) return;
    this.#failure = new SlotFailure(message, this.#oomKilled());
    this.#expectation?.reject(this.#failure);
    this.#expectation = null;
  }

  #receive(bytes: Buffer): void {
    try {
      this.#frames.push(bytes, (type, payload) => {
        if (type === InitFrame.failed) this.fail(payload.toString());
        else if (this.#expectation?.on(type, payload)) this.#expectation = null;
      });
    } catch (error) {
      this.fail(error instanceof Error ? error.message : String(error));
    }
  }
}
