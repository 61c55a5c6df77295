import type { Deps } from '../../deps.ts';
import { AppError } from '../../errors/app-error.ts';
import type { Actor } from '../../ports/actor.ts';
import { requireUser } from '../capsule/access.ts';

interface Scope {
  deps: Pick<Deps, 'embedding'>;
  actor: Actor;
}

/** Which sites may show a capsule, for its owner. @throws AppError UNAUTHENTICATED | NOT_FOUND */
export async function getEmbedding(
  { deps, actor }: Scope,
  id: string,
): Promise<{ allowedOrigins: string[] }> {
  const allowedOrigins = await deps.embedding.findOwn(id, requireUser(actor).userId);
  if (!allowedOrigins) throw new AppError('NOT_FOUND');
  return { allowedOrigins };
}

/** Says which sites may show it; none named means all. @throws AppError UNAUTHENTICATED | NOT_FOUND */
export async function setEmbedding(
  { deps, actor }: Scope,
  { id, allowedOrigins }: { id: string; allowedOrigins: string[] },
): Promise<{ allowedOrigins: string[] }> {
  const distinct = [...new Set(allowedOrigins)];
  const isSet = await deps.embedding.setOwn(id, requireUser(actor).userId, distinct);
  if (!isSet) throw new AppError('NOT_FOUND');
  return { allowedOrigins: distinct };
}
