import type { Deps } from '../../deps.ts';
import type { Actor } from '../../ports/actor.ts';
import type { CatalogueEntry, ListQuery, Page } from '../../ports/capsules.ts';
import { requireUser } from './access.ts';

/** Published capsules, newest first. @throws AppError VALIDATION_FAILED on a foreign cursor */
export function listPublished(
  { deps }: { deps: Pick<Deps, 'capsules'> },
  query: ListQuery,
): Promise<Page<CatalogueEntry>> {
  return deps.capsules.listPublished(query);
}

/** The asker's own, drafts too. @throws AppError UNAUTHENTICATED | VALIDATION_FAILED on a foreign cursor */
export function listMine(
  { deps, actor }: { deps: Pick<Deps, 'capsules'>; actor: Actor },
  query: ListQuery,
): Promise<Page<CatalogueEntry>> {
  return deps.capsules.listByCreator(requireUser(actor).userId, query);
}
