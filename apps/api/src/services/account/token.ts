import type { Deps } from '../../deps.ts';
import { AppError } from '../../errors/app-error.ts';
import type { Claims } from '../../ports/identities.ts';
import type { Member } from '../../ports/members.ts';

type Needed = Pick<Deps, 'identities' | 'members' | 'tokens' | 'runtime' | 'config'>;

/**
 * The user that another issuer's access token stands for. A new subject becomes a new user; one whose address has
 * an account here is joined with it only if both sides have verified the address.
 * @throws AppError INVALID_TOKEN | ACCOUNT_NOT_LINKED | IDENTITY_UNAVAILABLE
 */
export async function memberOfToken({ deps }: { deps: Needed }, token: string): Promise<Member> {
  if (!deps.tokens) throw new AppError('INVALID_TOKEN', { internal: 'no other issuer is configured' });
  const claims = await deps.tokens.verify(token);
  const known = await deps.identities.find(claims.issuer, claims.subject);
  if (known) return known;
  const verified = claims.emailVerified || (await deps.tokens.confirmsEmail(token));
  return join({ deps }, { ...claims, emailVerified: verified });
}

async function join({ deps }: { deps: Needed }, claims: Claims): Promise<Member> {
  const { issuer, subject, email, emailVerified, name } = claims;
  if (email === null) throw new AppError('INVALID_TOKEN', { internal: 'the token names no e-mail address' });
  const at = deps.runtime.now().toISOString();
  const owner = await deps.members.findByEmail(email);
  if (owner) {
    if (!owner.emailVerified || !emailVerified) throw new AppError('ACCOUNT_NOT_LINKED');
    await deps.identities.link(issuer, subject, owner.id, at);
  } else {
    const plan = deps.config.newAccountPlan;
    const user = { id: deps.runtime.newId(), issuer, subject, email, emailVerified, name, plan };
    await deps.identities.create(user, at);
  }
  // Also after losing a race against the same newcomer's other request.
  const member = await deps.identities.find(issuer, subject);
  if (!member) throw new AppError('ACCOUNT_NOT_LINKED');
  return member;
}
