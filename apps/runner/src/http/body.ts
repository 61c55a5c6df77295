/** Reads a request's body, counting as it comes: a length that is declared is not believed. */

import { HttpError } from './errors.ts';

/** Throws HttpError 413 as soon as more than `maxBytes` have come. */
export async function readBody(request: Request, maxBytes: number): Promise<Buffer> {
  const tooLarge = () =>
    new HttpError(413, `the body is larger than ${maxBytes} bytes`, { connection: 'close' });
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge();
  if (request.body === null) return Buffer.alloc(0);
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of request.body) {
    bytes += part.length;
    if (bytes > maxBytes) throw tooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts);
}
