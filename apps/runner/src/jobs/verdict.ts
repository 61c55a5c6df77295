/** From how a process ended to what a client is told. */

import { constants } from 'node:os';
import type { RunReport } from '../sandbox/slot.ts';
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
}

function signalName(number: number): string {
  return SIGNAL_NAMES.get(number) ?? `SIG${number}`;
}

function killed(status: Status, message: string): Verdict {
  return { status, message, code: null, signal: 'SIGKILL' };
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
      return killed('OL', 'stdout limit exceeded');
    case 'stderr':
      return killed('EL', 'stderr limit exceeded');
    case 'channel':
      return killed('OL', 'verdict channel limit exceeded');
    case 'killed':
      return killed('XX', 'The run was cancelled');
    case 'exit':
      return exited(report);
  }
}

function exited(report: RunReport): Verdict {
  const signal = report.signal === null ? null : signalName(report.signal);
  if (signal !== null) return { status: 'SG', message: `Ended by ${signal}`, code: null, signal };
  if (report.exitCode === 0) return { status: null, message: null, code: 0, signal: null };
  const message = `Exited with status ${report.exitCode}`;
  return { status: 'RE', message, code: report.exitCode, signal: null };
}
