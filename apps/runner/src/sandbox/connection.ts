/** The line to a slot's init: frames out, frames in, and the one failure that ends it. */

import type { ChildProcess } from 'node:child_process';
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

/** Kept of what the slot's start writes to stderr, in characters. */
const DIAGNOSTICS = 2000;

export class Connection {
  /** Resolves when the process is gone and its pipes are closed. */
  readonly closed: Promise<void>;
  readonly #child: ChildProcess;
  readonly #oomKilled: () => boolean;
  readonly #frames = new FrameReader();
  #expectation: Expectation | null = null;
  #failure: SlotFailure | null = null;
  #diagnostics = '';

  /** `oomKilled` is asked at the moment of failure: the cgroup can still tell why its processes died. */
  constructor(child: ChildProcess, oomKilled: () => boolean) {
    this.#child = child;
    this.#oomKilled = oomKilled;
    this.closed = new Promise(resolve => child.once('close', () => resolve()));
    child.once('error', error => this.fail(`cannot be started: ${error.message}`));
    child.once('close', (code, signal) => this.fail(`ended: ${signal ?? code} ${this.#diagnostics.trim()}`));
    child.stdin?.on('error', error => this.fail(`cannot be written to: ${error.message}`));
    child.stdout?.on('data', (bytes: Buffer) => this.#receive(bytes));
    child.stderr?.on('data', (bytes: Buffer) => {
      this.#diagnostics = (this.#diagnostics + bytes.toString()).slice(0, DIAGNOSTICS);
    });
  }

  get failed(): boolean {
    return this.#failure !== null;
  }

  send(bytes: Buffer): void {
    if (!this.#failure && bytes.length > 0) this.#child.stdin?.write(bytes);
  }

  /** Waits for one frame and returns its payload; others go to `onOther`. Throws SlotFailure. */
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
