/**
 * The framed protocol with a slot's init; the mirror of native/init/protocol.h.
 * A frame is a type (1 byte), the payload's length (u32 LE) and the payload.
 */

/** Frames the host sends. */
export const HostFrame = {
  write: 'W',
  append: 'A',
  prestart: 'P',
  run: 'R',
  stdin: 'I',
  channel: 'C',
  kill: 'K',
  signal: 'S',
  hold: 'H',
  clean: 'X',
  read: 'G',
} as const;
export type HostFrame = (typeof HostFrame)[keyof typeof HostFrame];

/** Frames init sends; the first one comes from the launcher. */
export const InitFrame = {
  launched: 'l',
  ready: 'r',
  prestarted: 'p',
  stdout: 'o',
  stderr: 'e',
  channel: 'c',
  stdinTaken: 'i',
  channelTaken: 'j',
  exit: 'x',
  cleaned: 'd',
  file: 'f',
  fileEnd: 'g',
  failed: '!',
} as const;
export type InitFrame = (typeof InitFrame)[keyof typeof InitFrame];

/** A program's streams; the order is that of the bits on the wire. */
const STREAMS = ['stdout', 'stderr', 'channel'] as const;
export type Stream = (typeof STREAMS)[number];

/** Why init ended a case; indexed by the number on the wire. */
const END_REASONS = ['exit', 'wall', 'stdout', 'stderr', 'channel', 'killed'] as const;
export type EndReason = (typeof END_REASONS)[number];

/** Largest payload of one frame, in bytes; longer content goes in pieces of CHUNK_BYTES. */
export const MAX_FRAME_BYTES = 256 * 1024;
export const CHUNK_BYTES = 64 * 1024;

/** Descriptors a program with a verdict channel reads from and writes to. */
export const CHANNEL_FDS = '198,199';

const SPEC_CHANNEL = 1;
const SPEC_PRESTARTED = 2;

/** Linux numbers of the resources that are limited. */
export const Resource = {
  cpu: 0,
  fileSize: 1,
  core: 4,
  processes: 6,
  openFiles: 7,
  addressSpace: 9,
} as const;

export interface ResourceLimit {
  resource: number;
  value: number;
}

/** One process to start in a slot. */
export interface ProcessSpec {
  /** `argv[0]` is an absolute path inside the slot. */
  argv: string[];
  env: Record<string, string>;
  wallMs: number;
  stdoutBytes: number;
  stderrBytes: number;
  channelBytes: number;
  resourceLimits: ResourceLimit[];
  /** Opens the verdict channel. */
  withChannel: boolean;
  /** Handed to the interpreter that waits in the slot, if one still does; else `argv` is started. */
  gate?: Buffer;
}

/** What init tells of a case that ended. */
export interface ExitReport {
  reason: EndReason;
  exitCode: number | null;
  signal: number | null;
  wallMs: number;
  cpuMs: number;
  maxRssBytes: number;
  /** The streams whose cap was met. */
  cut: Stream[];
}

export function encodeFrame(type: HostFrame, payload: Buffer = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(5);
  head.write(type, 0, 'latin1');
  head.writeUInt32LE(payload.length, 1);
  return Buffer.concat([head, payload]);
}

function u32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
}

function u64(value: number): Buffer {
  const buffer = Buffer.alloc(8);
  buffer.writeBigUInt64LE(BigInt(value));
  return buffer;
}

function strings(values: string[]): Buffer {
  const parts = values.flatMap(value => {
    const bytes = Buffer.from(`${value}\0`);
    return [u32(bytes.length - 1), bytes];
  });
  return Buffer.concat([u32(values.length), ...parts]);
}

export function encodeSpec(spec: ProcessSpec): Buffer {
  const flags = (spec.withChannel ? SPEC_CHANNEL : 0) | (spec.gate ? SPEC_PRESTARTED : 0);
  const numbers = [flags, spec.wallMs, spec.stdoutBytes, spec.stderrBytes, spec.channelBytes];
  return Buffer.concat([
    ...numbers.map(u32),
    u32(spec.resourceLimits.length),
    ...spec.resourceLimits.flatMap(({ resource, value }) => [u32(resource), u64(value)]),
    strings(spec.argv),
    strings(Object.entries(spec.env).map(([name, value]) => `${name}=${value}`)),
    u32(spec.gate?.length ?? 0),
    spec.gate ?? Buffer.alloc(0),
  ]);
}

/** A frame whose payload is one number. */
export function encodeNumber(type: HostFrame, value: number): Buffer {
  return encodeFrame(type, u32(value));
}

/** Frames that create a file in the slot's work folder. */
export function encodeFile(name: string, content: Buffer, mode: number): Buffer {
  const path = Buffer.from(name);
  const frames = [encodeFrame(HostFrame.write, Buffer.concat([u32(mode), u32(path.length), path]))];
  for (const piece of pieces(content)) frames.push(encodeFrame(HostFrame.append, piece));
  return Buffer.concat(frames);
}

export function encodeRead(name: string, maxBytes: number): Buffer {
  return encodeFrame(HostFrame.read, Buffer.concat([u32(maxBytes), Buffer.from(name)]));
}

/** Content in order, each piece fit for one frame. */
export function* pieces(content: Buffer): Generator<Buffer> {
  for (let at = 0; at < content.length; at += CHUNK_BYTES) yield content.subarray(at, at + CHUNK_BYTES);
}

export function decodeExit(payload: Buffer): ExitReport {
  const reason = END_REASONS[payload.readUInt32LE(0)];
  if (reason === undefined) throw new Error(`unknown end reason ${payload.readUInt32LE(0)}`);
  const code = payload.readInt32LE(4);
  const signal = payload.readInt32LE(8);
  const cut = payload.readUInt32LE(36);
  return {
    reason,
    exitCode: code < 0 ? null : code,
    signal: signal === 0 ? null : signal,
    wallMs: Number(payload.readBigUInt64LE(12)) / 1000,
    cpuMs: Number(payload.readBigUInt64LE(20)) / 1000,
    maxRssBytes: Number(payload.readBigUInt64LE(28)) * 1024,
    cut: STREAMS.filter((_, bit) => (cut & (1 << bit)) !== 0),
  };
}

/** Splits a byte stream into frames; keeps what is incomplete for the next call. */
export class FrameReader {
  #rest: Buffer = Buffer.alloc(0);

  /** What is no complete frame: after the end of the stream, a message of whatever failed on the way to init. */
  get rest(): string {
    return this.#rest.toString().trim();
  }

  /** Calls `onFrame` for each complete frame. Throws on a frame no init of ours would send. */
  push(bytes: Buffer, onFrame: (type: string, payload: Buffer) => void): void {
    this.#rest = this.#rest.length > 0 ? Buffer.concat([this.#rest, bytes]) : bytes;
    while (this.#rest.length >= 5) {
      const length = this.#rest.readUInt32LE(1);
      if (length > MAX_FRAME_BYTES) throw new Error(`no frame: ${this.rest}`);
      if (this.#rest.length < 5 + length) break;
      const frame = this.#rest.subarray(0, 5 + length);
      this.#rest = this.#rest.subarray(5 + length);
      onFrame(String.fromCharCode(frame[0] ?? 0), frame.subarray(5));
    }
  }
}
