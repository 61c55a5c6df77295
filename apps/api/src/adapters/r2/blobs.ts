import type { BlobStore } from '../../ports/blobs.ts';

/** {@link BlobStore} on R2, under `blobs/`. */
export function r2Blobs(bucket: R2Bucket): BlobStore {
  const key = (hash: string) => `blobs/${hash}`;
  return {
    async put(hash, text) {
      if (await bucket.head(key(hash))) return;
      await bucket.put(key(hash), text, { httpMetadata: { contentType: 'text/plain; charset=utf-8' } });
    },
    async get(hash) {
      const object = await bucket.get(key(hash));
      return object ? object.text() : null;
    },
    remove: hash => bucket.delete(key(hash)),
  };
}
