import type { AssetObjects } from '../../ports/assets.ts';

/** Objects never change: a copy is right as long as it lasts. */
const KEPT_SECONDS = 7 * 24 * 60 * 60;
/** An address that nothing else has; the cache belongs to the data centre, and knows things by address. */
const ORIGIN = 'https://assets.invalid';

export interface CachedAssetsOptions {
  cache: Cache;
  inBackground: (what: string, work: Promise<unknown>) => void;
  log: (entry: Record<string, unknown>) => void;
}

/** {@link AssetObjects} that reads an object from the bucket once a data centre. Who may have it was decided before. */
export function cachedAssets(
  objects: AssetObjects,
  { cache, inBackground, log }: CachedAssetsOptions,
): AssetObjects {
  return {
    ...objects,
    async get(objectKey, range) {
      const address = `${ORIGIN}/${objectKey}`;
      const headers = new Headers();
      if (range) headers.set('range', `bytes=${range.offset}-${range.offset + range.length - 1}`);
      const kept = await cache.match(new Request(address, { headers })).catch((error: unknown) => {
        log({ level: 'error', message: 'the asset cache failed', error: String(error) });
        return undefined;
      });
      if (kept?.body && kept.status === (range ? 206 : 200)) return kept.body;
      const body = await objects.get(objectKey, range);
      if (!body || range) return body;
      const [given, copy] = body.tee();
      inBackground('asset cache', keep(address, copy));
      return given;
    },
  };

  /** Whole, for parts are cut out of what has a length. */
  async function keep(address: string, copy: ReadableStream<Uint8Array>) {
    const bytes = await new Response(copy).arrayBuffer();
    const headers = { 'cache-control': `public, max-age=${KEPT_SECONDS}` };
    await cache.put(address, new Response(bytes, { headers }));
  }
}
