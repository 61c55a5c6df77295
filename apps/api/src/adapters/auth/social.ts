import type { GenericOAuthConfig } from 'better-auth/plugins/generic-oauth';
import { z } from 'zod';
import type { AccountConfig } from '../../config/accounts.ts';
import { PROVIDERS, type Provider } from '../../ports/accounts.ts';

const TIMEOUT_MS = 5_000;

/** Where a provider's pages and endpoints are; `at` puts them under another origin. */
const ENDPOINTS = {
  github: (at: string | null) => ({
    authorizationUrl: `${at ?? 'https://github.com'}/login/oauth/authorize`,
    tokenUrl: `${at ?? 'https://github.com'}/login/oauth/access_token`,
    api: at ?? 'https://api.github.com',
  }),
  google: (at: string | null) => ({
    authorizationUrl: `${at ?? 'https://accounts.google.com'}/o/oauth2/v2/auth`,
    tokenUrl: `${at ?? 'https://oauth2.googleapis.com'}/token`,
    api: at ?? 'https://openidconnect.googleapis.com',
  }),
};
const SCOPES = { github: ['read:user', 'user:email'], google: ['openid', 'email', 'profile'] };

const githubUser = z.object({ id: z.number(), login: z.string(), name: z.string().nullish() });
const githubEmails = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));
const googleUser = z.object({
  sub: z.string(),
  email: z.string(),
  email_verified: z.union([z.boolean(), z.enum(['true', 'false']).transform(value => value === 'true')]),
  name: z.string().optional(),
});

/**
 * GitHub and Google for better-auth's generic OAuth, with state and PKCE. Its own two providers know no other
 * address than the real one, and what can't be pointed at a double can't be tested.
 */
export function socialProviders({ social, oauthOrigin }: AccountConfig): GenericOAuthConfig[] {
  return PROVIDERS.flatMap(provider => {
    const client = social[provider];
    if (!client) return [];
    const at = oauthOrigin === null ? null : `${oauthOrigin}/${provider}`;
    const { authorizationUrl, tokenUrl, api } = ENDPOINTS[provider](at);
    return {
      providerId: provider,
      ...client,
      authorizationUrl,
      tokenUrl,
      scopes: SCOPES[provider],
      pkce: true,
      accountSubject: ({ profile }) => String(profile.id),
      getUserInfo: ({ accessToken }) => PROFILE[provider](api, accessToken ?? ''),
    };
  });
}

const PROFILE: Record<Provider, (api: string, token: string) => Promise<Profile | null>> = {
  /** The public e-mail of a GitHub profile may be anything; the primary one of the list says whether it is verified. */
  async github(api, token) {
    const [user, emails] = await Promise.all([
      ask(`${api}/user`, token, githubUser),
      ask(`${api}/user/emails`, token, githubEmails),
    ]);
    const primary = emails.find(email => email.primary);
    if (!primary) return null;
    const { email, verified } = primary;
    return { id: String(user.id), email, emailVerified: verified, name: user.name || user.login };
  },
  async google(api, token) {
    const { sub, email, email_verified, name } = await ask(`${api}/v1/userinfo`, token, googleUser);
    return { id: sub, email, emailVerified: email_verified, name: name ?? email };
  },
};

/** A type and not an interface: better-auth wants an index signature. */
type Profile = { id: string; email: string; emailVerified: boolean; name: string };

async function ask<T>(url: string, token: string, schema: z.ZodType<T>): Promise<T> {
  const response = await fetch(url, {
    headers: {
      authorization: `Bearer ${token}`,
      accept: 'application/json',
      'user-agent': 'devcapsules',
    },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return schema.parse(await response.json());
}
