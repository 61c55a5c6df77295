import type { LearnerTokens } from '../ports/learner-tokens.ts';

/** Names the form of the token; part of what is signed. */
const VERSION = 'dcl1';
const ID_BYTES = 16;
const FORM = /^dcl1\.([\w-]{22})\.([\w-]{43})$/;

/**
 * {@link LearnerTokens} as a random id, signed by HMAC-SHA256. What the secret before signed is right as well, while
 * there is one; any other secret's tokens are void.
 */
export function signedLearnerTokens(secret: string, previous?: string): LearnerTokens {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const readKey = (known: string) =>
    crypto.subtle.importKey('raw', new TextEncoder().encode(known), algorithm, false, ['sign', 'verify']);
  const signed = (id: string) => new TextEncoder().encode(`learner token ${VERSION} ${id}`);
  return {
    async issue() {
      const id = base64url(crypto.getRandomValues(new Uint8Array(ID_BYTES)));
      const mac = await crypto.subtle.sign('HMAC', await readKey(secret), signed(id));
      return `${VERSION}.${id}.${base64url(new Uint8Array(mac))}`;
    },
    async verify(token) {
      const [, id, mac] = FORM.exec(token) ?? [];
      if (id === undefined || mac === undefined) return null;
      for (const known of previous === undefined ? [secret] : [secret, previous]) {
        const valid = await crypto.subtle.verify('HMAC', await readKey(known), bytesOf(mac), signed(id));
        if (valid) return `learner:${id}`;
      }
      return null;
    },
  };
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function bytesOf(text: string): Uint8Array {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, char => char.charCodeAt(0));
}
