import type { CachedCapsule, CapsuleCache } from '../../ports/capsule-cache.ts';

/** Bounds how long a copy lives that was written by a reader just after it was to be forgotten. */
const KEPT_SECONDS = 300;
/** A view of another form is not read: raise it with every change of CachedCapsule. */
const FORM = 2;

/** {@link CapsuleCache} on KV. A failure is logged and passed over, for the database has everything. */
export function kvCapsuleCache(kv: KVNamespace, log: (entry: Record<string, unknown>) => void): CapsuleCache {
  const key = (id: string) => `capsule/${FORM}/${id}`;
  async function attempt<Result>(step: string, work: Promise<Result>): Promise<Result | null> {
    try {
      return await work;
    } catch (error) {
      log({ level: 'error', message: 'the cache failed', step, error: String(error) });
      return null;
    }
  }
  return {
    find: id => attempt('find', kv.get<CachedCapsule>(key(id), 'json')),
    async keep(id, capsule) {
      await attempt('keep', kv.put(key(id), JSON.stringify(capsule), { expirationTtl: KEPT_SECONDS }));
    },
    async forget(id) {
      await attempt('forget', kv.delete(key(id)));
    },
  };
}
