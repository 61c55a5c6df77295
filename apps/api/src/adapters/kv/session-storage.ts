import type { SecondaryStorage } from 'better-auth';

/** KV keeps nothing for less than this. */
const MIN_TTL_SECONDS = 60;

/** Sessions in KV: read at every request, from near the user. */
export function kvSessions(kv: KVNamespace): SecondaryStorage {
  return {
    get: key => kv.get(key),
    set: (key, value, ttl) =>
      kv.put(key, value, ttl === undefined ? {} : { expirationTtl: Math.max(ttl, MIN_TTL_SECONDS) }),
    async delete(key) {
      await kv.delete(key);
    },
    // KV has no atomic operations. Verification values live in D1 and rate limits in their own binding, so
    // nothing may come to rely on these.
    getAndDelete: () => Promise.reject(new Error('KV cannot take a value atomically')),
    increment: () => Promise.reject(new Error('KV cannot count atomically')),
  };
}
