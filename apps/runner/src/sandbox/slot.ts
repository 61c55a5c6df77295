/** The host's side of one slot: starts it, gives its init orders, and makes sure nothing of it is left. */

import type { Cgroup, CgroupUsage } from './cgroup/cgroup.ts';
import { killOne } from './cgroup/folder.ts';
import { type SlotCommand, slotCommand } from './command.ts';
import { Connection, SlotFailure } from './connection.ts';
import { watchCpu } from './cpu-watch.ts';
import type { Launcher } from './launcher.ts';
import { LiveInput } from './live-input.ts';
import {
  CHUNK_BYTES,
  decodeExit,
  type ExitReport,
  encodeFile,
  encodeFrame,
  encodeNumber,
  encodeRead,
  encodeSpec,
  HostFrame,
  InitFrame,
  type ProcessSpec,
  pieces,
  type Stream,
} from './protocol.ts';

export interface RunRequest {
  spec: ProcessSpec;
  stdin: Buffer | LiveInput;
  channelInput: Buffer | null;
  /** Processor time of all the slot's processes together; Infinity for none. */
  cpuLimitMs: number;
  memoryBytes: number;
  signal: AbortSignal;
  onOutput(stream: Stream, bytes: Buffer): void;
  /** Is given what steers the run while it lasts. */
  onStart?(controls: RunControls): void;
}

export interface RunControls {
  /** Sends a signal, by its Linux number, to the program's process group. */
  signal(number: number): void;
  /** Whether the program's output is left unread, so that it waits; its time goes on. */
  hold(held: boolean): void;
}

export interface RunReport extends ExitReport {
  /** Processor time ran out before wall-clock time did. */
  cpuExceeded: boolean;
  /** What the cgroup counted; null without cgroups. */
  usage: CgroupUsage | null;
}

/** How long init may stay silent beyond a limit, or take to be born, before the slot is given up. */
const SILENCE_MS = 3000;
const START_MS = 15_000;
/** Init ends when its stdin does, and bubblewrap reaps it; one that does not is killed with all that is inside. */
const GRACE_MS = 500;

const OUTPUT: Record<string, Stream | undefined> = {
  [InitFrame.stdout]: 'stdout',
  [InitFrame.stderr]: 'stderr',
  [InitFrame.channel]: 'channel',
};

export interface SlotOptions {
  launcher: Launcher;
  command: SlotCommand;
  /** The slot's own uid and gid; null when the service is not root. */
  uid: number | null;
  cgroup: Cgroup | null;
  /** The seccomp filter. */
  policy: string;
  /** Processors one slot may use: bounds how fast processor time can pass. */
  cpus: number;
}

export class Slot {
  readonly #cgroup: Cgroup | null;
  readonly #cpus: number;
  readonly #init: Connection;
  #pid: number | null = null;
  #destroyed: Promise<void> | null = null;
  #prestarted = false;

  private constructor(init: Connection, options: SlotOptions) {
    this.#init = init;
    this.#cgroup = options.cgroup;
    this.#cpus = options.cpus;
  }

  /** Starts a slot and waits until its init is ready. Throws SlotFailure. */
  static async start(options: SlotOptions): Promise<Slot> {
    const { launcher, command, policy, cgroup } = options;
    const socket = launcher.launch(slotCommand(command), policy, options.uid, cgroup?.entrances ?? []);
    const slot = new Slot(new Connection(socket, () => cgroup?.usage().oomKilled ?? false), options);
    try {
      await slot.#init.expect(InitFrame.ready, START_MS, (type, payload) => {
        if (type === InitFrame.launched) slot.#pid = payload.readUInt32LE(0);
      });
    } catch (error) {
      await slot.destroy();
      throw error;
    }
    return slot;
  }

  /** Whether an interpreter waits in the slot. */
  get prestarted(): boolean {
    return this.#prestarted;
  }

  get failed(): boolean {
    return this.#init.failed;
  }

  /** Starts an interpreter that waits on its gate. */
  async prestart(spec: ProcessSpec): Promise<void> {
    this.#init.send(encodeFrame(HostFrame.prestart, encodeSpec(spec)));
    await this.#init.expect(InitFrame.prestarted, START_MS);
    this.#prestarted = true;
  }

  /** Null without cgroups. */
  get cgroup(): Cgroup | null {
    return this.#cgroup;
  }

  /** Whether the slot counts in full among the machine's processes. */
  setActive(active: boolean): void {
    this.#cgroup?.setActive(active);
  }

  /** Orders the files written; a failure shows in the next answer. */
  writeFile(name: string, content: Buffer, mode: number): void {
    this.#init.send(encodeFile(name, content, mode));
  }

  /** Empties every writable folder. */
  async clean(): Promise<void> {
    this.#init.send(encodeFrame(HostFrame.clean));
    await this.#init.expect(InitFrame.cleaned, START_MS);
  }

  /** Reads a regular file of the work folder. Null when there is none, or it is larger than `maxBytes`. */
  async readFile(name: string, maxBytes: number): Promise<Buffer | null> {
    const parts: Buffer[] = [];
    this.#init.send(encodeRead(name, maxBytes));
    const end = await this.#init.expect(InitFrame.fileEnd, START_MS, (type, payload) => {
      if (type === InitFrame.file) parts.push(Buffer.from(payload));
    });
    return end.readInt32LE(0) === 0 ? Buffer.concat(parts) : null;
  }

  /** Runs one process to its end and leaves no other behind. Throws SlotFailure. */
  async run(request: RunRequest): Promise<RunReport> {
    if (this.#cgroup && !this.#cgroup.setMemoryLimit(request.memoryBytes))
      throw new SlotFailure('the slot already uses more memory than the limit', true);
    this.#cgroup?.begin();
    const live = request.stdin instanceof LiveInput ? request.stdin : null;
    const stdin =
      request.stdin instanceof LiveInput ? () => Buffer.alloc(0) : feed(HostFrame.stdin, request.stdin);
    const channel = feed(HostFrame.channel, request.channelInput ?? Buffer.alloc(0));
    const kill = () => this.#init.send(encodeFrame(HostFrame.kill));
    this.#prestarted = false;
    this.#init.send(
      Buffer.concat([encodeFrame(HostFrame.run, encodeSpec(request.spec)), stdin(), channel()]),
    );
    live?.open(frame => this.#init.send(frame));
    request.onStart?.({
      signal: number => this.#init.send(encodeNumber(HostFrame.signal, number)),
      hold: held => this.#init.send(encodeNumber(HostFrame.hold, held ? 1 : 0)),
    });
    request.signal.addEventListener('abort', kill, { once: true });
    if (request.signal.aborted) kill();
    const watch = watchCpu(this.#cgroup, this.#cpus, request.cpuLimitMs, kill);
    try {
      const report = await this.#init.expect(
        InitFrame.exit,
        request.spec.wallMs + SILENCE_MS,
        (type, payload) => {
          const stream = OUTPUT[type];
          if (stream) request.onOutput(stream, payload);
          else if (type === InitFrame.stdinTaken) live ? live.taken() : this.#init.send(stdin());
          else if (type === InitFrame.channelTaken) this.#init.send(channel());
        },
      );
      return { ...decodeExit(report), cpuExceeded: watch.exceeded(), usage: this.#cgroup?.usage() ?? null };
    } finally {
      watch.stop();
      live?.close();
      request.signal.removeEventListener('abort', kill);
    }
  }

  /** Kills all that is inside; resolves when no process and no cgroup is left. */
  destroy(): Promise<void> {
    this.#destroyed ??= this.#tearDown();
    return this.#destroyed;
  }

  async #tearDown(): Promise<void> {
    this.#init.fail('destroyed');
    this.#init.end();
    // A busy service may hear of the time before it hears that the process has ended by itself.
    const timer = setTimeout(() => this.#pid !== null && killOne(this.#pid), GRACE_MS);
    await this.#init.closed;
    clearTimeout(timer);
    await this.#cgroup?.destroy();
  }
}

/** Gives the frames of an input one at a time: a piece, …, then one empty frame for its end, then nothing. */
function feed(type: typeof HostFrame.stdin | typeof HostFrame.channel, content: Buffer): () => Buffer {
  const rest = pieces(content);
  const last = Math.ceil(content.length / CHUNK_BYTES);
  let sent = 0;
  return () => {
    const piece = rest.next().value;
    if (piece) sent++;
    const frames = piece ? [encodeFrame(type, piece)] : [];
    if (sent === last) {
      sent++;
      frames.push(encodeFrame(type));
    }
    return Buffer.concat(frames);
  };
}
