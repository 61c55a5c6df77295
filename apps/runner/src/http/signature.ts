/** Signed requests: HMAC-SHA256 over method, path, timestamp and the body's hash. */

import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

export const TIMESTAMP_HEADER = 'x-devcapsules-timestamp';
export const SIGNATURE_HEADER = 'x-devcapsules-signature';

/** How far a request's clock may be from ours, in either direction. */
const WINDOW_MS = 60_000;

export interface Signed {
  method: string;
  /** Path with query, as in the request line. */
  path: string;
  /** Unix time in milliseconds, as sent. */
  timestamp: string;
  body: Uint8Array;
}

/** The hex signature of a request. */
export function sign(secret: string, { method, path, timestamp, body }: Signed): string {
  const bodyHash = createHash('sha256').update(body).digest('hex');
  return createHmac('sha256', secret).update(`${method}\n${path}\n${timestamp}\n${bodyHash}`).digest('hex');
}

/** Whether one of the secrets signed it: two are right while one takes the other's place. */
export function isSignedByOne(
  secrets: readonly (string | undefined)[],
  signed: Signed,
  signature: string,
  nowMs: number,
): boolean {
  return secrets.some(secret => secret !== undefined && isSigned(secret, signed, signature, nowMs));
}

/** Whether the signature is ours and fresh. Compares in constant time. */
export function isSigned(secret: string, signed: Signed, signature: string, nowMs: number): boolean {
  if (!/^\d{1,15}$/.test(signed.timestamp)) return false;
  if (Math.abs(nowMs - Number(signed.timestamp)) > WINDOW_MS) return false;
  const expected = Buffer.from(sign(secret, signed));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
