import { ApiError } from '@devcapsules/client/error';
import type { Messages } from '../i18n/messages.ts';

/** What an error means to whoever is solving. */
export interface FailureText {
  text: string;
  /** Seconds after which it is worth to try again; null: at once, or never. */
  retryAfterSeconds: number | null;
  isOffline: boolean;
}

export function describeFailure(error: unknown, t: Messages): FailureText {
  if (!(error instanceof ApiError)) {
    console.error(error);
    return { text: t.failed, retryAfterSeconds: null, isOffline: false };
  }
  const isOffline = error.code === 'UNREACHABLE';
  return { text: textOf(error, t), retryAfterSeconds: error.retryAfterSeconds ?? null, isOffline };
}

function textOf({ code, message }: ApiError, t: Messages): string {
  switch (code) {
    case 'UNREACHABLE':
      return navigator.onLine ? t.unreachable : t.offline;
    case 'UNREADABLE':
      return t.unreadable;
    case 'RATE_LIMITED':
      return t.rateLimited;
    case 'QUOTA_EXCEEDED':
      return t.quotaExceeded;
    case 'RUNNER_UNAVAILABLE':
      return t.runnerDown;
    case 'RUNNER_BUSY':
      return t.runnerBusy;
    case 'SOURCE_TOO_LARGE':
      return t.sourceTooLarge;
    case 'NOT_FOUND':
      return t.notAvailable;
    case 'INTERNAL':
      return t.failed;
    default:
      return message;
  }
}

/** A span of time in words of the language: seconds up to two minutes, then minutes, then hours. */
export function inWords(seconds: number, language: string): string {
  const [count, unit] =
    seconds < 120
      ? [seconds, 'second']
      : seconds < 7200
        ? [seconds / 60, 'minute']
        : [seconds / 3600, 'hour'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(
    Math.ceil(count),
  );
}
