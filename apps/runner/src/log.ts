/** Structured logs: one JSON object a line. Never carries learners' code, input or output. */

import type { LogLevel } from './config.ts';

const ORDER: Record<LogLevel, number> = { debug: 0, info: 1, warn: 2, error: 3 };

export type LogFields = Record<string, string | number | boolean | null | undefined>;
export type Log = (level: LogLevel, message: string, fields?: LogFields) => void;

export function createLog(least: LogLevel, write = (line: string) => void process.stdout.write(line)): Log {
  return (level, message, fields = {}) => {
    if (ORDER[level] < ORDER[least]) return;
    write(`${JSON.stringify({ time: new Date().toISOString(), level, message, ...fields })}\n`);
  };
}
