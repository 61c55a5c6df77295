import { sha256 } from '@devcapsules/capsule/hash';
import type { Deps } from '../../deps.ts';
import { AppError } from '../../errors/app-error.ts';
import { SCOPES, type User } from '../../ports/actor.ts';
import type { Member } from '../../ports/members.ts';
import { KEY_PREFIX } from '../api-key/create.ts';
import { memberOfToken } from './token.ts';

const TOUCH_EVERY_MS = 60_000;

type Needed = Pick<
  Deps,
  'accounts' | 'apiKeys' | 'identities' | 'members' | 'tokens' | 'runtime' | 'config' | 'inBackground'
>;

export interface Identified {
  user: User;
  /** Told apart, for its owner may still sign out. */
  suspended: boolean;
  /** What the client must keep from now on. */
  cookies: string[];
}

/**
 * Who asks: by `Authorization: Bearer` with an API key or a Supabase token, else by session cookie. Null: nobody.
 * @throws AppError INVALID_TOKEN | ACCOUNT_NOT_LINKED | IDENTITY_UNAVAILABLE
 */
export async function identify({ deps }: { deps: Needed }, headers: Headers): Promise<Identified | null> {
  const authorization = headers.get('authorization');
  if (authorization === null) {
    const found = await deps.accounts.recognise(headers);
    return found && { ...identified(found.member, 'session', SCOPES), cookies: found.cookies };
  }
  const credential = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  if (credential === undefined) throw new AppError('INVALID_TOKEN', { internal: 'not a Bearer credential' });
  if (credential.startsWith(KEY_PREFIX)) {
    const { member, scopes } = await ownerOfKey({ deps }, credential);
    return identified(member, 'api_key', scopes);
  }
  return identified(await memberOfToken({ deps }, credential), 'supabase', SCOPES);
}

async function ownerOfKey({ deps }: { deps: Needed }, credential: string) {
  const now = deps.runtime.now();
  const found = await deps.apiKeys.find(await sha256(credential), now.toISOString());
  if (!found) throw new AppError('INVALID_TOKEN', { internal: 'unknown, expired or revoked API key' });
  const { id, lastUsedAt, scopes } = found.key;
  const stale = new Date(now.getTime() - TOUCH_EVERY_MS).toISOString();
  if (lastUsedAt === null || lastUsedAt < stale) {
    deps.inBackground('note the use of a key', deps.apiKeys.touch(id, now.toISOString(), stale));
  }
  return { member: found.member, scopes };
}

function identified(member: Member, via: User['via'], scopes: User['scopes']): Identified {
  const { id, email, emailVerified, name, plan, overrides, suspendedAt } = member;
  const user = { kind: 'user' as const, key: id, userId: id, email, emailVerified, name, plan, overrides };
  return { user: { ...user, via, scopes }, suspended: suspendedAt !== null, cookies: [] };
}
