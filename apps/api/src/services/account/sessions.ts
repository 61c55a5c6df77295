import type { Deps } from '../../deps.ts';
import { AppError } from '../../errors/app-error.ts';
import type { User } from '../../ports/actor.ts';

/** Ends one session of who asks, at once. @throws AppError NOT_FOUND */
export async function endSession(
  { deps, actor }: { deps: Pick<Deps, 'accounts'>; actor: User },
  id: string,
): Promise<void> {
  if (!(await deps.accounts.endSession(actor.userId, id))) throw new AppError('NOT_FOUND');
}
