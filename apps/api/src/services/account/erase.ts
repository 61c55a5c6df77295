import type { Deps } from '../../deps.ts';
import { AppError } from '../../errors/app-error.ts';
import type { User } from '../../ports/actor.ts';

type Needed = Pick<
  Deps,
  | 'accounts'
  | 'personalData'
  | 'proofJobs'
  | 'regradeJobs'
  | 'generationJobs'
  | 'capsuleCache'
  | 'blobs'
  | 'log'
>;

/**
 * Deletes the account of who asks, and everything that belongs to it, for good. An attempt that breaks off can be
 * made again: the account itself goes in the one transaction that takes the rest along.
 * @throws AppError VALIDATION_FAILED when the address is not theirs | INVALID_CREDENTIALS
 */
export async function eraseAccount(
  { deps, actor }: { deps: Needed; actor: User },
  confirmation: { email: string; password?: string | undefined },
  request: Headers,
): Promise<void> {
  const { userId, email } = actor;
  if (confirmation.email.toLowerCase() !== email.toLowerCase()) {
    const details = [{ path: 'email', message: 'is not the address of this account' }];
    throw new AppError('VALIDATION_FAILED', { details });
  }
  if (await deps.personalData.hasPassword(userId)) {
    const { password } = confirmation;
    if (password === undefined || !(await deps.accounts.verifyPassword(password, request))) {
      throw new AppError('INVALID_CREDENTIALS');
    }
  }
  const capsules = await deps.personalData.capsuleIds(userId);
  const generations = await deps.personalData.generationIds(userId);
  const scripts = await deps.personalData.scriptHashes(userId);
  for (const id of capsules) await Promise.all([deps.proofJobs.forget(id), deps.regradeJobs.forget(id)]);
  for (const id of generations) await deps.generationJobs.forget(id);
  await deps.personalData.erase({ userId, email });
  await deps.accounts.endAllSessions(userId);
  for (const id of capsules) await deps.capsuleCache.forget(id);
  for (const hash of scripts) await removeUnused(hash, deps);
  deps.log({ level: 'info', message: 'account erased', capsules: capsules.length });
}

/** A script may be anybody's: it goes when nobody refers to it, and comes back if somebody just has. */
async function removeUnused(hash: string, { personalData, blobs }: Needed): Promise<void> {
  if (await personalData.isScriptUsed(hash)) return;
  const text = await blobs.get(hash);
  if (text === null) return;
  await blobs.remove(hash);
  if (await personalData.isScriptUsed(hash)) await blobs.put(hash, text);
}
