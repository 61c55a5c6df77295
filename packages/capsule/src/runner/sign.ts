import { sha256 } from '../hash.ts';

/**
 * The headers by which a runner knows its caller: HMAC-SHA256 over method, path, timestamp and the
 * body's SHA-256, one a line.
 */
export async function signatureHeaders(
  secret: string,
  request: { method: string; path: string; body: string },
  now: Date,
): Promise<Record<string, string>> {
  const timestamp = String(now.getTime());
  const text = [request.method, request.path, timestamp, await sha256(request.body)].join('\n');
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign']);
  const signature = new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(text)));
  return {
    'x-devcapsules-timestamp': timestamp,
    'x-devcapsules-signature': Array.from(signature, byte => byte.toString(16).padStart(2, '0')).join(''),
  };
}
