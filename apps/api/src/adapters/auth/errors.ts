import { APIError } from 'better-auth/api';
import { z } from 'zod';
import { AppError } from '../../errors/app-error.ts';

const bodySchema = z.object({ code: z.string().optional(), message: z.string().optional() });

/** better-auth's errors in our registry's terms; what it can't say in ours stays an internal error. */
export function translate(error: unknown): never {
  if (!(error instanceof APIError)) throw error;
  const { code = '', message } = bodySchema.parse(error.body ?? {});
  if (code.startsWith('USER_ALREADY_EXISTS')) throw new AppError('EMAIL_TAKEN', { cause: error });
  if (code === 'ACCOUNT_SUSPENDED') throw new AppError('ACCOUNT_SUSPENDED', { cause: error });
  if (code === 'INVALID_EMAIL_OR_PASSWORD' || code === 'INVALID_PASSWORD') {
    throw new AppError('INVALID_CREDENTIALS', { cause: error });
  }
  if (['INVALID_TOKEN', 'TOKEN_EXPIRED', 'USER_NOT_FOUND'].includes(code)) {
    throw new AppError('LINK_INVALID', { cause: error });
  }
  // The database failed; that is nobody's mistake in the request.
  if (code === 'FAILED_TO_CREATE_USER') throw error;
  if (error.statusCode === 401) throw new AppError('UNAUTHENTICATED', { cause: error });
  if (error.statusCode === 400 || error.statusCode === 422) {
    const path = code.includes('PASSWORD') || code.startsWith('CREDENTIAL') ? 'password' : 'email';
    throw new AppError('VALIDATION_FAILED', {
      details: [{ path, message: message ?? 'is not valid' }],
      cause: error,
    });
  }
  throw error;
}
