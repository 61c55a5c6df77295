import type { Deps } from '../../deps.ts';
import { AppError } from '../../errors/app-error.ts';
import type { Plan } from '../../plans.ts';
import type { Member } from '../../ports/members.ts';

type Scope = { deps: Pick<Deps, 'members' | 'runtime' | 'log'>; admin: string };

/** @throws AppError NOT_FOUND */
export async function setPlan(
  { deps, admin }: Scope,
  { id, plan }: { id: string; plan: Plan },
): Promise<Member> {
  return change({ deps, admin }, id, { plan });
}

/**
 * Stops an account's sessions, keys and tokens at once, or lets them go on.
 * @throws AppError NOT_FOUND
 */
export async function setSuspended(
  { deps, admin }: Scope,
  { id, suspended }: { id: string; suspended: boolean },
): Promise<Member> {
  return change({ deps, admin }, id, { suspendedAt: suspended ? deps.runtime.now().toISOString() : null });
}

/** Who changed what stands in the log. */
async function change(
  { deps, admin }: Scope,
  id: string,
  what: { plan: Plan } | { suspendedAt: string | null },
): Promise<Member> {
  const member = await deps.members.update(id, what, deps.runtime.now().toISOString());
  if (!member) throw new AppError('NOT_FOUND');
  deps.log({ level: 'info', message: 'a member was changed', admin, userId: id, ...what });
  return member;
}
