import type { AssetObjects } from '../../ports/assets.ts';

/** {@link AssetObjects} on R2. */
export function r2Assets(bucket: R2Bucket): AssetObjects {
  return {
    async put(objectKey, bytes, contentType) {
      await bucket.put(objectKey, bytes, { httpMetadata: { contentType } });
    },
    async get(objectKey, range) {
      const object = await bucket.get(objectKey, range ? { range } : {});
      return object?.body ?? null;
    },
    async remove(objectKeys) {
      if (objectKeys.length > 0) await bucket.delete(objectKeys);
    },
  };
}
