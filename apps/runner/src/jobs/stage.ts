/** Runs one process of a job, compiler or program, in a slot and tells how it went. */

import type { Config } from '../config.ts';
import type { Command, Language } from '../languages/language.ts';
import type { Log } from '../log.ts';
import { BASE_ENV } from '../pool/factory.ts';
import { resourceLimits } from '../pool/limits.ts';
import { SlotFailure } from '../sandbox/connection.ts';
import type { Isolation } from '../sandbox/isolation.ts';
import { CHANNEL_FDS } from '../sandbox/protocol.ts';
import type { RunReport, Slot } from '../sandbox/slot.ts';
import type { OutputEncoding, StageLimits, StageResult, Terminal } from './job.ts';
import { Bytes, Texts } from './text.ts';
import { judge } from './verdict.ts';

export interface StageContext {
  config: Config;
  isolation: Isolation;
  signal: AbortSignal;
  log: Log;
}

export interface Stage {
  language: Language;
  command: Command;
  gate: Buffer | null;
  stdin: Buffer;
  channel: string | undefined;
  limits: StageLimits;
  /** Bytes that may still be kept of each stream. */
  outputBytes: number;
  /** Text unless told. */
  encoding?: OutputEncoding;
  terminal?: Terminal;
}

/** What a client is told of a process that ended by itself or by a limit. */
export function toResult(
  report: RunReport,
  texts: Texts | Bytes,
  stage: Pick<Stage, 'language' | 'limits' | 'channel' | 'encoding'>,
): StageResult {
  const { channel, ...text } = texts.end(report.cut);
  const verdict = judge(report, stage.limits);
  const stderr = Buffer.from(text.stderr, stage.encoding).toString();
  const ranOut = verdict.status === 'RE' && stage.language.outOfMemory?.test(stderr);
  return {
    ...text,
    ...verdict,
    ...(ranOut ? { status: 'ML', message: 'Memory limit exceeded' } : {}),
    cpuMs: report.usage?.cpuMs ?? report.cpuMs,
    wallMs: report.wallMs,
    memoryBytes: report.usage?.peakBytes ?? report.maxRssBytes,
    truncated: { stdout: report.cut.includes('stdout'), stderr: report.cut.includes('stderr') },
    channel: stage.channel === undefined ? undefined : channel,
  };
}

/** Never throws for what a program does; a slot that was lost gives ML or XX, and `slot.failed`. */
export async function runStage(slot: Slot, stage: Stage, context: StageContext): Promise<StageResult> {
  const { config, isolation, signal } = context;
  const withChannel = stage.channel !== undefined;
  const texts = stage.encoding === 'base64' ? new Bytes() : new Texts();
  const startedMs = performance.now();
  try {
    const report = await slot.run({
      spec: {
        argv: stage.command.argv,
        env: {
          ...BASE_ENV,
          ...stage.command.env,
          ...(withChannel ? { DEVCAPSULES_CHANNEL: CHANNEL_FDS } : {}),
        },
        wallMs: stage.limits.wallMs,
        stdoutBytes: Math.min(config.outputBytes, stage.outputBytes),
        stderrBytes: Math.min(config.outputBytes, stage.outputBytes),
        channelBytes: Math.min(config.channelBytes, stage.outputBytes),
        resourceLimits: resourceLimits(config, isolation, stage.language, stage.limits),
        withChannel,
        ...(stage.gate && slot.prestarted ? { gate: stage.gate } : {}),
      },
      stdin: stage.terminal?.input ?? stage.stdin,
      channelInput: stage.channel === undefined ? null : Buffer.from(stage.channel),
      cpuLimitMs: stage.limits.cpuMs,
      memoryBytes: stage.limits.memoryBytes,
      signal,
      onOutput(stream, bytes) {
        texts.push(stream, bytes);
        if (stream !== 'channel') stage.terminal?.onOutput(stream, bytes);
      },
      onStart: controls => stage.terminal?.started(controls),
    });
    return toResult(report, texts, stage);
  } catch (error) {
    if (!(error instanceof SlotFailure)) throw error;
    context.log('warn', 'slot lost', {
      language: stage.language.id,
      detail: error.message,
      oom: error.oomKilled,
    });
    const { channel, ...text } = texts.end([]);
    const wallMs = performance.now() - startedMs;
    return {
      ...text,
      code: null,
      signal: 'SIGKILL',
      ...(error.oomKilled
        ? { status: 'ML', message: 'Memory limit exceeded', memoryBytes: stage.limits.memoryBytes }
        : { status: 'XX', message: 'The runner could not run this', memoryBytes: 0 }),
      cpuMs: 0,
      wallMs,
      truncated: { stdout: false, stderr: false },
      channel: withChannel ? channel : undefined,
    };
  }
}
