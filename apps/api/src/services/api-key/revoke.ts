import type { Deps } from '../../deps.ts';
import { AppError } from '../../errors/app-error.ts';
import type { User } from '../../ports/actor.ts';

/** Ends a key of who asks, at once. @throws AppError NOT_FOUND */
export async function revokeApiKey(
  { deps, actor }: { deps: Pick<Deps, 'apiKeys' | 'runtime'>; actor: User },
  id: string,
): Promise<void> {
  const at = deps.runtime.now().toISOString();
  if (!(await deps.apiKeys.revoke(actor.userId, id, at))) throw new AppError('NOT_FOUND');
}
