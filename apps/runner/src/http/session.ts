/** One interactive run over a WebSocket, in Piston's messages. */

import { constants } from 'node:os';
import { StringDecoder } from 'node:string_decoder';
import type { WebSocket } from 'ws';
import { z } from 'zod';
import type { Config } from '../config.ts';
import type { Job, JobResult, StageResult, Terminal } from '../jobs/job.ts';
import type { Language } from '../languages/language.ts';
import type { Log } from '../log.ts';
import { LiveInput } from '../sandbox/live-input.ts';
import type { RunControls } from '../sandbox/slot.ts';
import type { SubmitContext } from './app.ts';
import { toHttpError } from './errors.ts';
import { executeRequest, parse, toJob } from './wire.ts';

export interface SessionOptions {
  config: Config;
  languages: Language[];
  submit(job: Job, context: SubmitContext): Promise<JobResult>;
  caller: string;
  log: Log;
}

/** Piston's close codes. */
const CLOSE = {
  alreadyInitialised: [4000, 'Already Initialized'],
  initTimeout: [4001, 'Initialization Timeout'],
  notifiedError: [4002, 'Notified Error'],
  notInitialised: [4003, 'Not yet initialized'],
  onlyStdin: [4004, 'Can only write to stdin'],
  invalidSignal: [4005, 'Invalid signal'],
  completed: [4999, 'Job Completed'],
} as const;

const INIT_TIMEOUT_MS = 1000;
/** Output on its way to a client that reads slowly: above the one the program is held up, below the other it goes on. */
const HELD_BYTES = 256 * 1024;
const RELEASED_BYTES = 64 * 1024;
/**
 * Input that waits for a program that reads slowly: above it nothing more is read from the client, whose going
 * away is then noticed when the program reads on or ends.
 */
const INPUT_BYTES = 256 * 1024;

const SIGNALS = new Map<string, number>(Object.entries(constants.signals));

const message = z.discriminatedUnion('type', [
  executeRequest.extend({ type: z.literal('init') }),
  // `end` is ours: Piston knows no end of input.
  z.object({
    type: z.literal('data'),
    stream: z.string(),
    data: z.string().default(''),
    end: z.boolean().default(false),
  }),
  z.object({ type: z.literal('signal'), signal: z.string() }),
]);
type Init = Extract<z.infer<typeof message>, { type: 'init' }>;

export class Session {
  readonly #socket: WebSocket;
  readonly #options: SessionOptions;
  readonly #gone = new AbortController();
  readonly #input = new LiveInput(() => this.#socket.resume());
  readonly #decoders = { stdout: new StringDecoder('utf8'), stderr: new StringDecoder('utf8') };
  #initialised = false;
  #controls: RunControls | null = null;
  #held = false;

  constructor(socket: WebSocket, options: SessionOptions) {
    this.#socket = socket;
    this.#options = options;
    const timer = setTimeout(() => {
      if (!this.#initialised) this.#close(CLOSE.initTimeout);
    }, INIT_TIMEOUT_MS);
    socket.on('message', bytes => this.#receive(bytes as Buffer));
    // What is wrong with a frame is followed by `close`.
    socket.on('error', error => options.log('debug', 'websocket failed', { detail: error.message }));
    socket.on('close', () => {
      clearTimeout(timer);
      this.#gone.abort(new Error('the client is gone'));
    });
  }

  #receive(bytes: Buffer): void {
    if (this.#gone.signal.aborted) return;
    try {
      const received = parse(message, bytes);
      if (received.type === 'init') this.#initialise(received);
      else if (!this.#initialised) this.#close(CLOSE.notInitialised);
      else if (received.type === 'signal') this.#signal(received.signal);
      else if (received.stream !== 'stdin') this.#close(CLOSE.onlyStdin);
      else this.#feed(received.data, received.end);
    } catch (error) {
      this.#fail(error);
    }
  }

  #initialise(init: Init): void {
    if (this.#initialised) {
      this.#close(CLOSE.alreadyInitialised);
      return;
    }
    this.#initialised = true;
    void this.#run(init);
  }

  #feed(data: string, end: boolean): void {
    this.#input.write(Buffer.from(data));
    if (end) this.#input.end();
    if (this.#input.bytes > INPUT_BYTES) this.#socket.pause();
  }

  #signal(name: string): void {
    const number = SIGNALS.get(name);
    if (number === undefined) this.#close(CLOSE.invalidSignal);
    else this.#controls?.signal(number);
  }

  async #run(init: Init): Promise<void> {
    const { config, languages, submit, caller, log } = this.#options;
    try {
      const { stdin, args, type: _, ...head } = init;
      if (stdin !== '') this.#input.write(Buffer.from(stdin));
      const one = { stdin: Buffer.alloc(0), args, channel: undefined, hashSeed: undefined };
      const job = toJob(head, [{ ...one, terminal: this.#terminal() }], false, languages, config);
      this.#send({ type: 'runtime', language: job.language.id, version: job.language.version });
      const observer = { compiled: (result?: StageResult) => this.#compiled(result), ended: () => undefined };
      const result = await submit(job, { caller, signal: this.#gone.signal, log, observer });
      const run = result.cases[0];
      if (run) this.#ended(run);
      this.#close(CLOSE.completed);
    } catch (error) {
      this.#fail(error);
    }
  }

  #terminal(): Terminal {
    return {
      input: this.#input,
      started: controls => {
        this.#controls = controls;
        this.#send({ type: 'stage', stage: 'run' });
      },
      onOutput: (stream, bytes) => this.#output(stream, this.#decoders[stream].write(bytes)),
    };
  }

  #compiled(result: StageResult | undefined): void {
    if (!result) return;
    this.#send({ type: 'stage', stage: 'compile' });
    this.#output('stdout', result.stdout);
    this.#output('stderr', result.stderr);
    this.#exit('compile', result);
  }

  #ended(result: StageResult): void {
    this.#controls = null;
    for (const stream of ['stdout', 'stderr'] as const)
      if (!result.truncated[stream]) this.#output(stream, this.#decoders[stream].end());
    this.#exit('run', result);
  }

  #exit(stage: 'compile' | 'run', { code, signal, status, message }: StageResult): void {
    this.#send({ type: 'exit', stage, code, signal, status, message });
  }

  #output(stream: 'stdout' | 'stderr', data: string): void {
    if (data !== '') this.#send({ type: 'data', stream, data });
    if (this.#held || this.#socket.bufferedAmount <= HELD_BYTES) return;
    this.#held = true;
    this.#controls?.hold(true);
  }

  #send(value: Record<string, unknown>): void {
    if (this.#gone.signal.aborted) return;
    this.#socket.send(JSON.stringify(value), () => {
      if (!this.#held || this.#socket.bufferedAmount > RELEASED_BYTES) return;
      this.#held = false;
      this.#controls?.hold(false);
    });
  }

  #fail(error: unknown): void {
    if (this.#gone.signal.aborted) return;
    const known = toHttpError(error);
    if (!known) this.#options.log('error', 'session failed', { detail: String(error) });
    this.#send({ type: 'error', message: known?.message ?? 'internal error' });
    this.#close(CLOSE.notifiedError);
  }

  #close([code, reason]: readonly [number, string]): void {
    this.#gone.abort(new Error(reason));
    this.#socket.resume();
    this.#socket.close(code, reason);
  }
}
