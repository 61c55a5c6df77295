import { sha256 } from '@devcapsules/capsule/hash';
import type { Deps } from '../../deps.ts';
import { AppError } from '../../errors/app-error.ts';

const WINDOW_SECONDS = 60;

/**
 * Counts an attempt at credentials: by address, and by account, so that many addresses can't guess at one.
 * @throws AppError RATE_LIMITED
 */
export async function countAttempt(
  { deps }: { deps: Pick<Deps, 'rateLimiter' | 'config'> },
  { address, email }: { address: string; email: string },
): Promise<void> {
  const account = await sha256(`${deps.config.authSecret}:${email.toLowerCase()}`);
  const allowed = await Promise.all(
    [address, `account:${account.slice(0, 32)}`].map(key => deps.rateLimiter.allow('credentials', key)),
  );
  if (allowed.includes(false)) throw new AppError('RATE_LIMITED', { retryAfterSeconds: WINDOW_SECONDS });
}
