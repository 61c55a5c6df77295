/** From how a process ended to what a client is told. */

import { constants } from 'node:os';
import type { RunReport, Stream } from '../sandbox/slot.ts';
import type { StageLimits, Status } from './job.ts';

/** Of two names for one number (SIGABRT, SIGIOT) the first stands: the usual one. */
const SIGNAL_NAMES = new Map(
  Object.entries(constants.signals)
    .reverse()
    .map(([name, number]) => [number, name]),
);

export interface Verdict {
  status: Status | null;
  message: string | null;
  code: number | null;
  signal: string | null;
  /** The stream whose cap was met. */
  cut: Stream | null;
}

function signalName(number: number): string {
  return SIGNAL_NAMES.get(number) ?? `SIG${number}`;
}

function killed(status: Status, message: string, cut: Stream | null = null): Verdict {
  return { status, message, code: null, signal: 'SIGKILL', cut };
}

/** Memory comes first: a program whose children were killed for it may itself have ended well. */
export function judge(report: RunReport, limits: StageLimits): Verdict {
  const cpuMs = report.usage?.cpuMs ?? report.cpuMs;
  if (report.usage?.oomKilled) return killed('ML', 'Memory limit exceeded');
  if (report.cpuExceeded || cpuMs >= limits.cpuMs) return killed('TO', 'Time limit exceeded (cpu)');
  switch (report.reason) {
    case 'wall':
      return killed('TO', 'Time limit exceeded (wall clock)');
    case 'stdout':
      return killed('OL', 'stdout limit exceeded', 'stdout');
    case 'stderr':
      return killed('EL', 'stderr limit exceeded', 'stderr');
    case 'channel':
      return killed('OL', 'verdict channel limit exceeded', 'channel');
    case 'killed':
      return killed('XX', 'The run was cancelled');
    case 'exit':
      return exited(report);
  }
}

function exited(report: RunReport): Verdict {
  const signal = report.signal === null ? null : signalName(report.signal);
  if (signal !== null) return { status: 'SG', message: `Ended by ${signal}`, code: null, signal, cut: null };
  if (report.exitCode === 0) return { status: null, message: null, code: 0, signal: null, cut: null };
  const message = `Exited with status ${report.exitCode}`;
  return { status: 'RE', message, code: report.exitCode, signal: null, cut: null };
}
