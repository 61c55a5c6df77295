import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { inject } from 'vitest';
import type { Call } from './identity.setup.ts';

/** Where the doubles of Supabase, Access, GitHub, Google and the mail service are. */
export const doubles = `http://127.0.0.1:${inject('identityPort')}`;

/** Tells a double what to answer at a path: always the same, or several in turn, the last of them from then on. */
export async function script(path: string, answers: object | object[]): Promise<void> {
  const body = JSON.stringify(answers);
  await fetch(`${doubles}/script?path=${encodeURIComponent(path)}`, { method: 'PUT', body });
}

export async function callsTo(path: string): Promise<Call[]> {
  return (await fetch(`${doubles}/calls?path=${encodeURIComponent(path)}`)).json();
}

/** One signing key of an issuer, and the tokens it makes. */
export class Signer {
  readonly kid: string;
  readonly #alg: string;
  readonly #privateKey: CryptoKey;
  readonly jwk: object;

  constructor(kid: string, alg: string, privateKey: CryptoKey, jwk: object) {
    this.kid = kid;
    this.#alg = alg;
    this.#privateKey = privateKey;
    this.jwk = jwk;
  }

  static async make(alg: 'RS256' | 'ES256'): Promise<Signer> {
    const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
    const kid = crypto.randomUUID();
    return new Signer(kid, alg, privateKey, { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' });
  }

  sign(claims: JWTPayload, expires: string | number = '5m'): Promise<string> {
    return new SignJWT(claims)
      .setProtectedHeader({ alg: this.#alg, kid: this.kid, typ: 'JWT' })
      .setIssuedAt()
      .setExpirationTime(expires)
      .sign(this.#privateKey);
  }
}
