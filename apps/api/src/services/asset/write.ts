import type { Deps } from '../../deps.ts';
import { AppError } from '../../errors/app-error.ts';
import { PLANS } from '../../plans.ts';
import type { Actor } from '../../ports/actor.ts';
import type { Asset } from '../../ports/assets.ts';
import { requireOwn, requireUser } from '../capsule/access.ts';
import { ASSET_ENDINGS, assetName, typeOf } from './type.ts';

const MAX_ASSETS_A_CAPSULE = 100;

interface Scope {
  deps: Pick<Deps, 'capsules' | 'assets' | 'assetObjects' | 'runtime'>;
  actor: Actor;
}

/** @throws AppError VALIDATION_FAILED */
export function requireAssetName(text: string): string {
  const name = assetName(text);
  if (name === null) {
    const message = `must be a plain file name that ends in one of ${ASSET_ENDINGS}`;
    throw new AppError('VALIDATION_FAILED', { details: [{ path: 'name', message }] });
  }
  return name;
}

/**
 * Keeps a file beside a capsule, in place of the one of that name.
 * @throws AppError UNAUTHENTICATED | NOT_FOUND | VALIDATION_FAILED | ASSET_TYPE_REFUSED | LIMIT_REACHED
 */
export async function saveAsset(
  { deps, actor }: Scope,
  input: { capsuleId: string; name: string; bytes: Uint8Array },
): Promise<Asset> {
  const { capsuleId, bytes: content } = input;
  const { userId: ownerId, plan } = requireUser(actor);
  await requireOwn(deps.capsules, actor, capsuleId);
  const name = requireAssetName(input.name);
  const contentType = typeOf(name, content);
  if (contentType === null) throw new AppError('ASSET_TYPE_REFUSED', { details: { allowed: ASSET_ENDINGS } });
  const room = { ownerBytes: PLANS[plan].assetBytes, ofCapsule: MAX_ASSETS_A_CAPSULE };
  const bytes = content.byteLength;
  const full = new AppError('LIMIT_REACHED', { details: { what: 'assetBytes', limit: room.ownerBytes } });
  if (!(await deps.assets.hasRoom({ capsuleId, name, ownerId, bytes }, room))) throw full;
  const updatedAt = deps.runtime.now().toISOString();
  const objectKey = `assets/${capsuleId}/${deps.runtime.newId()}`;
  const asset = {
    capsuleId,
    name,
    ownerId,
    objectKey,
    contentType,
    bytes,
    sha256: await hashOf(content),
    updatedAt,
  };
  await deps.assets.announce(objectKey, updatedAt);
  await deps.assetObjects.put(objectKey, content, contentType);
  if (await deps.assets.save(asset, room)) return asset;
  // Others took the room meanwhile.
  await deps.assetObjects.remove([objectKey]);
  await deps.assets.forgetLeftovers([objectKey]);
  throw full;
}

/** @throws AppError UNAUTHENTICATED | NOT_FOUND | VALIDATION_FAILED */
export async function removeAsset(
  { deps, actor }: Scope,
  { capsuleId, name }: { capsuleId: string; name: string },
): Promise<void> {
  await requireOwn(deps.capsules, actor, capsuleId);
  if (!(await deps.assets.remove(capsuleId, requireAssetName(name)))) throw new AppError('NOT_FOUND');
}

async function hashOf(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('');
}
