/** Input that comes while a program runs. At most one frame of it is on the way to init. */

import { encodeFrame, HostFrame, pieces } from './protocol.ts';

export class LiveInput {
  readonly #waiting: Buffer[] = [];
  readonly #onDrain: () => void;
  #send: ((frame: Buffer) => void) | null = null;
  #onTheWay = false;
  #ended = false;
  #bytes = 0;

  /** `onDrain` is called each time the program has taken all there was. */
  constructor(onDrain: () => void) {
    this.#onDrain = onDrain;
  }

  /** Bytes that wait for the program. */
  get bytes(): number {
    return this.#bytes;
  }

  write(content: Buffer): void {
    if (this.#ended) return;
    for (const piece of pieces(content)) this.#waiting.push(piece);
    this.#bytes += content.length;
    this.#push();
  }

  /** The program sees the end of its input after what was written. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#waiting.push(Buffer.alloc(0));
    this.#push();
  }

  /** Starts to feed a run. */
  open(send: (frame: Buffer) => void): void {
    this.#send = send;
    this.#push();
  }

  /** Init has handed on the frame that was sent last. */
  taken(): void {
    this.#onTheWay = false;
    this.#push();
    if (this.#bytes === 0) this.#onDrain();
  }

  /** The run is over: what comes from now on is dropped. */
  close(): void {
    this.#ended = true;
    this.#send = null;
    this.#waiting.length = 0;
    this.#bytes = 0;
  }

  #push(): void {
    if (this.#onTheWay || !this.#send) return;
    const piece = this.#waiting.shift();
    if (!piece) return;
    this.#onTheWay = true;
    this.#bytes -= piece.length;
    this.#send(encodeFrame(HostFrame.stdin, piece));
  }
}
