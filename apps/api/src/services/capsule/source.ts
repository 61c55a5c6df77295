import type { Capsule } from '@devcapsules/capsule/schema/capsule';
import type { Deps } from '../../deps.ts';
import type { Actor } from '../../ports/actor.ts';
import { bringBack } from '../content/blobs.ts';
import { requireOwn } from './access.ts';

export interface CapsuleSource {
  id: string;
  version: number;
  publishedVersion: number | null;
  contentHash: string;
  capsule: Capsule;
}

/** The whole document, for its owner. @throws AppError UNAUTHENTICATED | NOT_FOUND */
export async function getSource(
  { deps, actor }: { deps: Pick<Deps, 'capsules' | 'blobs'>; actor: Actor },
  id: string,
): Promise<CapsuleSource> {
  const { version, publishedVersion, contentHash, content } = await requireOwn(deps.capsules, actor, id);
  return { id, version, publishedVersion, contentHash, capsule: await bringBack(content, deps.blobs) };
}
