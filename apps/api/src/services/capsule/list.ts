import type { Deps } from '../../deps.ts';
import type { Actor } from '../../ports/actor.ts';
import type { CatalogueEntry, ListQuery, OwnListQuery, Page, TagCount } from '../../ports/capsules.ts';
import { requireUser } from './access.ts';

/** More tags than a page shows nobody reads. */
const MAX_TAGS = 200;

/** Published capsules, newest first or best match first. @throws AppError VALIDATION_FAILED on a foreign cursor */
export function listPublished(
  { deps }: { deps: Pick<Deps, 'catalogue'> },
  query: ListQuery,
): Promise<Page<CatalogueEntry>> {
  return deps.catalogue.listPublished(query);
}

/** The asker's own, drafts too. @throws AppError UNAUTHENTICATED | VALIDATION_FAILED on a foreign cursor */
export function listMine(
  { deps, actor }: { deps: Pick<Deps, 'catalogue'>; actor: Actor },
  query: OwnListQuery,
): Promise<Page<CatalogueEntry>> {
  return deps.catalogue.listByCreator(requireUser(actor).userId, query);
}

/** The tags of published capsules, the most used first. */
export function listTags({ deps }: { deps: Pick<Deps, 'catalogue'> }): Promise<TagCount[]> {
  return deps.catalogue.listTags(MAX_TAGS);
}
