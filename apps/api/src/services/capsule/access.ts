import type { Capsule } from '@devcapsules/capsule/schema/capsule';
import { AppError } from '../../errors/app-error.ts';
import type { Actor, User } from '../../ports/actor.ts';
import type { CapsuleStore, StoredCapsule } from '../../ports/capsules.ts';

/** @throws AppError UNAUTHENTICATED */
export function requireUser(actor: Actor): User {
  if (actor.kind !== 'user') throw new AppError('UNAUTHENTICATED');
  return actor;
}

/**
 * The capsule, for its owner. Others are told that there is nothing, so that drafts can't be probed for.
 * @throws AppError UNAUTHENTICATED | NOT_FOUND
 */
export async function requireOwn(capsules: CapsuleStore, actor: Actor, id: string): Promise<StoredCapsule> {
  const user = requireUser(actor);
  const capsule = await capsules.find(id);
  if (capsule?.creatorId !== user.userId) throw new AppError('NOT_FOUND');
  return capsule;
}

/** What somebody may look at and solve: the owner the draft, all others the published version. */
export interface Readable {
  capsule: StoredCapsule;
  content: Capsule;
  version: number;
  isOwner: boolean;
}

/** @throws AppError NOT_FOUND */
export async function requireReadable(capsules: CapsuleStore, actor: Actor, id: string): Promise<Readable> {
  const capsule = await capsules.find(id);
  if (!capsule) throw new AppError('NOT_FOUND');
  const isOwner = actor.kind === 'user' && actor.userId === capsule.creatorId;
  if (isOwner || capsule.publishedVersion === capsule.version) {
    return { capsule, content: capsule.content, version: capsule.version, isOwner };
  }
  const published =
    capsule.publishedVersion === null ? null : await capsules.findVersion(id, capsule.publishedVersion);
  if (!published) throw new AppError('NOT_FOUND');
  return { capsule, content: published.content, version: published.version, isOwner };
}
