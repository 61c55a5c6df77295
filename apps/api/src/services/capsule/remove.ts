import type { Deps } from '../../deps.ts';
import type { Actor } from '../../ports/actor.ts';
import { requireOwn } from './access.ts';

/** Takes the capsule out of sight; its versions stay. @throws AppError UNAUTHENTICATED | NOT_FOUND */
export async function removeCapsule(
  { deps, actor }: { deps: Pick<Deps, 'capsules' | 'runtime'>; actor: Actor },
  id: string,
): Promise<void> {
  await requireOwn(deps.capsules, actor, id);
  await deps.capsules.remove(id, deps.runtime.now().toISOString());
}
