import { problemsOf } from '@devcapsules/capsule/schema/parse';
import type { Hook } from '@hono/zod-openapi';
import { z } from '@hono/zod-openapi';
import { AppError } from '../errors/app-error.ts';
import { ERRORS, type ErrorCode } from '../errors/registry.ts';
import type { AppEnv } from '../http.ts';

/** The success envelope around `data`. */
export function envelope<Data extends z.ZodType>(data: Data) {
  return z.object({ success: z.literal(true), data });
}

export const ok = <Data>(data: Data) => ({ success: true as const, data });

const failure = z
  .object({
    success: z.literal(false),
    error: z.object({
      code: z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]),
      message: z.string(),
      details: z.unknown().optional(),
    }),
    requestId: z.string(),
  })
  .openapi('Failure');

/** A JSON response of a route, for the OpenAPI document. */
export function answer<Data extends z.ZodType>(description: string, data: Data) {
  return { description, content: { 'application/json': { schema: envelope(data) } } };
}

/** What `If-None-Match` gets when it names what would be sent; middleware/cache.ts answers it. */
export const notModified = { description: 'You have it already.' };

/** A JSON body that a route needs. */
export function jsonBody<Body extends z.ZodType>(schema: Body) {
  return { body: { required: true as const, content: { 'application/json': { schema } } } };
}

/** The failures a route can answer with, by status, for the OpenAPI document. */
export function failures(...codes: ErrorCode[]) {
  const all: ErrorCode[] = [...codes, 'VALIDATION_FAILED', 'RATE_LIMITED', 'INTERNAL'];
  const byStatus = Object.groupBy(all, code => String(ERRORS[code].status));
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, group]) => [
      status,
      {
        description: [...new Set(group)].map(code => `${code}: ${ERRORS[code].message}`).join(' '),
        content: { 'application/json': { schema: failure } },
      },
    ]),
  );
}

/** Turns what zod says of a request into our error. */
export const onInvalid: Hook<unknown, AppEnv, string, undefined> = result => {
  if (!result.success) throw new AppError('VALIDATION_FAILED', { details: problemsOf(result.error) });
};
