import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyOptions, jwtVerify } from 'jose';
import { z } from 'zod';
import { AppError } from '../../errors/app-error.ts';
import type { Runtime } from '../../ports/runtime.ts';

const TIMEOUT_MS = 3_000;
/** Keys are asked for anew after this long, and go on if nobody answers then, but not for ever. */
const FRESH_MS = 10 * 60_000;
const USABLE_MS = 24 * 3_600_000;
/** An unknown key makes us ask again (rotation), but not more often than this. */
const PAUSE_MS = 10_000;
const RETRY_AFTER_SECONDS = 5;

const keySetSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });
const keptSchema = z.object({ keySet: keySetSchema, fetchedAtMs: z.number() });
type Kept = z.infer<typeof keptSchema>;

/** What an isolate remembers of each issuer: its keys, when it was last asked, and whether it answered then. */
export type KeyMemory = Map<string, { kept: Kept | null; askedAtMs: number; isAway: boolean }>;

export interface KeySetOptions {
  url: string;
  memory: KeyMemory;
  /** Shared by isolates: a new one knows keys even while the issuer is away. */
  cache: KVNamespace;
  runtime: Pick<Runtime, 'now'>;
  log: (entry: Record<string, unknown>) => void;
}

/**
 * Verifies tokens by an issuer's published keys.
 * @throws AppError INVALID_TOKEN, or IDENTITY_UNAVAILABLE when there are no keys to be had
 */
export async function verifyByKeySet(token: string, options: KeySetOptions, claims: JWTVerifyOptions) {
  const { url, memory, cache, runtime, log } = options;
  const checked = { ...claims, currentDate: runtime.now() };
  const kept = await current();
  try {
    return await verified(kept.keySet);
  } catch (error) {
    if (!(error instanceof errors.JWKSNoMatchingKey)) throw invalid(error);
    const renewed = await ask();
    if (!renewed) throw memory.get(url)?.isAway ? unavailable() : invalid(error);
    return verified(renewed.keySet).catch((cause: unknown) => {
      throw invalid(cause);
    });
  }

  function verified(keySet: Kept['keySet']) {
    return jwtVerify(token, createLocalJWKSet(keySet as JSONWebKeySet), checked);
  }

  async function current(): Promise<Kept> {
    const known =
      memory.get(url)?.kept ??
      keptSchema
        .nullable()
        .catch(null)
        .parse(await cache.get(`keys/${url}`, 'json'));
    const nowMs = runtime.now().getTime();
    if (known && !memory.get(url)) {
      memory.set(url, { kept: known, askedAtMs: known.fetchedAtMs, isAway: false });
    }
    if (known && nowMs - known.fetchedAtMs < FRESH_MS) return known;
    const fresh = (await ask()) ?? known;
    if (fresh && nowMs - fresh.fetchedAtMs < USABLE_MS) return fresh;
    throw unavailable();
  }

  function unavailable(): AppError {
    const internal = `no keys of ${url}`;
    return new AppError('IDENTITY_UNAVAILABLE', { internal, retryAfterSeconds: RETRY_AFTER_SECONDS });
  }

  /** Null when nobody answers, or when we have asked a moment ago. */
  async function ask(): Promise<Kept | null> {
    const before = memory.get(url);
    const nowMs = runtime.now().getTime();
    if (before && nowMs - before.askedAtMs < PAUSE_MS) return null;
    // Without any keys the first requests all ask: none of them may wait for another's answer.
    if (before) memory.set(url, { ...before, askedAtMs: nowMs });
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
      if (!response.ok) throw new Error(`it answered ${response.status}`);
      const kept = { keySet: keySetSchema.parse(await response.json()), fetchedAtMs: nowMs };
      memory.set(url, { kept, askedAtMs: nowMs, isAway: false });
      await share(kept);
      return kept;
    } catch (error) {
      memory.set(url, { kept: memory.get(url)?.kept ?? null, askedAtMs: nowMs, isAway: true });
      log({ level: 'warn', message: 'no keys from the issuer', url, error: String(error) });
      return null;
    }
  }

  /** Other isolates can do without: KV refuses writes that come too fast. */
  async function share(kept: Kept): Promise<void> {
    const options = { expirationTtl: USABLE_MS / 1000 };
    await cache.put(`keys/${url}`, JSON.stringify(kept), options).catch((error: unknown) => {
      log({ level: 'warn', message: 'keys not shared', url, error: String(error) });
    });
  }
}

export function invalid(cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  if (cause instanceof errors.JOSEError || cause instanceof TypeError) {
    return new AppError('INVALID_TOKEN', { internal: `the token is not valid: ${cause.message}`, cause });
  }
  return new AppError('INTERNAL', { internal: String(cause), cause });
}
