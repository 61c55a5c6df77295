import { contentHash } from '@devcapsules/capsule/hash';
import { parseCapsule } from '@devcapsules/capsule/schema/parse';
import { AppError } from '../../errors/app-error.ts';
import type { BlobStore } from '../../ports/blobs.ts';
import type { NewContent } from '../../ports/capsules.ts';
import type { Runtime } from '../../ports/runtime.ts';
import { putAway, refersToBlobs } from '../content/blobs.ts';

/**
 * Reads a document from an author and makes it ready to store.
 * @throws AppError VALIDATION_FAILED with each problem and its path
 */
export async function takeIn(
  document: unknown,
  { blobs, runtime }: { blobs: BlobStore; runtime: Runtime },
): Promise<NewContent> {
  const parsed = parseCapsule(document);
  if (!parsed.ok) throw new AppError('VALIDATION_FAILED', { details: parsed.problems });
  if (refersToBlobs(parsed.capsule)) {
    const details = [{ path: 'judge.setup', message: 'must be SQL, not a reference' }];
    throw new AppError('VALIDATION_FAILED', { details });
  }
  return {
    content: await putAway(parsed.capsule, blobs),
    contentHash: await contentHash(parsed.capsule),
    at: runtime.now().toISOString(),
  };
}
