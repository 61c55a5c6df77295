import type { Deps } from '../../deps.ts';
import { AppError } from '../../errors/app-error.ts';
import type { Actor } from '../../ports/actor.ts';
import type { Asset, ByteRange } from '../../ports/assets.ts';
import { requireReadable } from '../capsule/access.ts';
import { requireAssetName } from './write.ts';

interface Scope {
  deps: Pick<Deps, 'capsules' | 'assets' | 'assetObjects'>;
  actor: Actor;
}

/** The files of a capsule: those of a draft are its owner's alone. @throws AppError NOT_FOUND */
export async function listAssets({ deps, actor }: Scope, capsuleId: string): Promise<Asset[]> {
  await requireReadable(deps.capsules, actor, capsuleId);
  return deps.assets.list(capsuleId);
}

/** @throws AppError NOT_FOUND | VALIDATION_FAILED */
export async function findAsset(
  { deps, actor }: Scope,
  { capsuleId, name }: { capsuleId: string; name: string },
): Promise<{ asset: Asset; isPublic: boolean }> {
  const { capsule } = await requireReadable(deps.capsules, actor, capsuleId);
  const asset = await deps.assets.find(capsuleId, requireAssetName(name));
  if (!asset) throw new AppError('NOT_FOUND');
  return { asset, isPublic: capsule.publishedVersion !== null };
}

/** The bytes, or a part of them. @throws AppError NOT_FOUND when it was removed meanwhile */
export async function readAsset(
  { deps }: { deps: Pick<Deps, 'assetObjects'> },
  { objectKey }: Asset,
  range?: ByteRange,
): Promise<ReadableStream<Uint8Array>> {
  const body = await deps.assetObjects.get(objectKey, range);
  if (!body) throw new AppError('NOT_FOUND', { internal: `the object ${objectKey} is missing` });
  return body;
}
