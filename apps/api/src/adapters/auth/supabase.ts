import { decodeProtectedHeader, jwtVerify } from 'jose';
import { z } from 'zod';
import type { SupabaseConfig } from '../../config/accounts.ts';
import { AppError } from '../../errors/app-error.ts';
import type { TokenVerifier } from '../../ports/identities.ts';
import { invalid, type KeySetOptions, verifyByKeySet } from './key-sets.ts';

const TIMEOUT_MS = 3_000;
const RETRY_AFTER_SECONDS = 5;

const payloadSchema = z.object({
  sub: z.string().min(1).max(200),
  email: z.string().max(254).optional(),
  /** Not in Supabase's own tokens; a hook of the project may set it. What stands in user_metadata is the user's to write. */
  email_verified: z.boolean().optional(),
  user_metadata: z.object({ name: z.string().optional(), full_name: z.string().optional() }).optional(),
});
const userSchema = z.object({ email_confirmed_at: z.string().nullish() });

/** {@link TokenVerifier} of a Supabase project: ES256 and RS256 by its published keys, HS256 by its legacy secret. */
export function supabaseTokens(
  { url, jwtSecret, anonKey }: SupabaseConfig,
  keys: Omit<KeySetOptions, 'url'>,
): TokenVerifier {
  const issuer = `${url}/auth/v1`;
  const claims = { issuer, audience: 'authenticated', requiredClaims: ['exp', 'sub'] };

  return {
    async verify(token) {
      const { payload } = await checked(token);
      const parsed = payloadSchema.safeParse(payload);
      if (!parsed.success) throw new AppError('INVALID_TOKEN', { internal: z.prettifyError(parsed.error) });
      const { sub, email, email_verified, user_metadata } = parsed.data;
      const name = user_metadata?.full_name ?? user_metadata?.name ?? email?.split('@')[0] ?? '';
      return { issuer, subject: sub, email: email || null, name, emailVerified: email_verified === true };
    },

    async confirmsEmail(token) {
      if (anonKey === undefined) return false;
      const response = await fetch(`${issuer}/user`, {
        headers: { authorization: `Bearer ${token}`, apikey: anonKey },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      }).catch((cause: unknown) => {
        throw unavailable(String(cause), cause);
      });
      if (!response.ok) throw unavailable(`${issuer}/user answered ${response.status}`);
      const user = userSchema.safeParse(await response.json());
      if (!user.success) throw unavailable(`${issuer}/user answered in an unknown form`);
      return Boolean(user.data.email_confirmed_at);
    },
  };

  /** The key is chosen by us for each algorithm, so that a public key never serves as a secret. */
  async function checked(token: string) {
    const alg = algorithmOf(token);
    if (alg === 'ES256' || alg === 'RS256') {
      const options = { ...keys, url: `${issuer}/.well-known/jwks.json` };
      return verifyByKeySet(token, options, { ...claims, algorithms: [alg] });
    }
    if (alg !== 'HS256' || jwtSecret === undefined) {
      throw new AppError('INVALID_TOKEN', { internal: `the algorithm ${alg} is not allowed` });
    }
    const options = { ...claims, algorithms: [alg], currentDate: keys.runtime.now() };
    return jwtVerify(token, new TextEncoder().encode(jwtSecret), options).catch((cause: unknown) => {
      throw invalid(cause);
    });
  }
}

function algorithmOf(token: string): string | undefined {
  try {
    return decodeProtectedHeader(token).alg;
  } catch (cause) {
    throw invalid(cause);
  }
}

function unavailable(internal: string, cause?: unknown): AppError {
  return new AppError('IDENTITY_UNAVAILABLE', { internal, cause, retryAfterSeconds: RETRY_AFTER_SECONDS });
}
