import { sha256 } from '@devcapsules/capsule/hash';
import type { Deps } from '../../deps.ts';
import { AppError } from '../../errors/app-error.ts';
import { PLANS } from '../../plans.ts';
import type { Scope, User } from '../../ports/actor.ts';
import type { ApiKey } from '../../ports/api-keys.ts';

/** Lets people and scanners of leaked secrets know a key when they see one. */
export const KEY_PREFIX = 'dck_';
const SHOWN_CHARS = KEY_PREFIX.length + 6;
const DAY_MS = 86_400_000;

/**
 * Makes a key for who asks. This is the only time that it is told: what is stored is its hash.
 * @throws AppError LIMIT_REACHED
 */
export async function createApiKey(
  { deps, actor }: { deps: Pick<Deps, 'apiKeys' | 'runtime'>; actor: User },
  { name, scopes, expiresInDays }: { name: string; scopes: Scope[]; expiresInDays: number | null },
): Promise<ApiKey & { key: string }> {
  const now = deps.runtime.now();
  const key = KEY_PREFIX + deps.runtime.newSecret();
  const stored: ApiKey = {
    id: deps.runtime.newId(),
    name,
    start: key.slice(0, SHOWN_CHARS),
    scopes: [...new Set(scopes)],
    createdAt: now.toISOString(),
    expiresAt: expiresInDays === null ? null : new Date(now.getTime() + expiresInDays * DAY_MS).toISOString(),
    lastUsedAt: null,
  };
  const limit = PLANS[actor.plan].apiKeys;
  const row = { ...stored, userId: actor.userId, hash: await sha256(key) };
  if (!(await deps.apiKeys.create(row, limit))) {
    throw new AppError('LIMIT_REACHED', { details: { what: 'apiKeys', limit } });
  }
  return { ...stored, key };
}
