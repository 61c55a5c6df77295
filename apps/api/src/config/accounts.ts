import { z } from 'zod';
import type { Provider } from '../ports/accounts.ts';

const flag = z.enum(['true', 'false']).transform(value => value === 'true');
const secret = z.string().min(1).optional();

/** The variables of accounts, sign-in, mail and administration. */
export const accountVariables = {
  SUPABASE_URL: z.url().optional(),
  SUPABASE_JWT_SECRET: z.string().min(16).optional(),
  SUPABASE_ANON_KEY: secret,
  /** The team's domain, such as `team.cloudflareaccess.com`. */
  ACCESS_TEAM_DOMAIN: secret,
  ACCESS_AUD: secret,
  /** Who may administer where Cloudflare Access is not configured, separated by commas. */
  ADMIN_EMAILS: z.string().default(''),
  MAIL_PROVIDER: z.enum(['none', 'outbox', 'http']).default('none'),
  MAIL_API_URL: z.url().default('https://api.resend.com'),
  MAIL_API_KEY: secret,
  MAIL_FROM: z.string().min(3).optional(),
  GITHUB_CLIENT_ID: secret,
  GITHUB_CLIENT_SECRET: secret,
  GOOGLE_CLIENT_ID: secret,
  GOOGLE_CLIENT_SECRET: secret,
  /** Where GitHub and Google are, if not at their own addresses: a proxy, or a double in tests. */
  OAUTH_ORIGIN: z.url().optional(),
  /** Whether an author's e-mail address must be verified before a capsule is published. */
  PUBLISH_NEEDS_VERIFIED_EMAIL: flag.default(false),
};

export interface SupabaseConfig {
  url: string;
  jwtSecret: string | undefined;
  anonKey: string | undefined;
}

export interface AccessConfig {
  /** Issuer of the tokens, and where their keys are. */
  teamUrl: string;
  audience: string;
}

export interface MailConfig {
  provider: 'none' | 'outbox' | 'http';
  url: string;
  key: string;
  from: string;
}

export interface AccountConfig {
  supabase: SupabaseConfig | null;
  access: AccessConfig | null;
  /** In lower case. */
  adminEmails: string[];
  mail: MailConfig;
  social: Partial<Record<Provider, { clientId: string; clientSecret: string }>>;
  oauthOrigin: string | null;
  publishNeedsVerifiedEmail: boolean;
}

/** @throws Error when variables that belong together are not all there */
export function accountConfig(
  appUrl: string,
  variables: z.infer<z.ZodObject<typeof accountVariables>>,
): AccountConfig {
  const { SUPABASE_URL, ACCESS_TEAM_DOMAIN, ACCESS_AUD, ADMIN_EMAILS } = variables;
  if ((ACCESS_TEAM_DOMAIN === undefined) !== (ACCESS_AUD === undefined)) {
    throw new Error('ACCESS_TEAM_DOMAIN and ACCESS_AUD belong together: set both or none');
  }
  return {
    supabase: SUPABASE_URL
      ? {
          url: withoutSlash(SUPABASE_URL),
          jwtSecret: variables.SUPABASE_JWT_SECRET,
          anonKey: variables.SUPABASE_ANON_KEY,
        }
      : null,
    access:
      ACCESS_TEAM_DOMAIN && ACCESS_AUD
        ? { teamUrl: teamUrl(ACCESS_TEAM_DOMAIN), audience: ACCESS_AUD }
        : null,
    adminEmails: ADMIN_EMAILS.split(',')
      .map(email => email.trim().toLowerCase())
      .filter(email => email !== ''),
    mail: mailConfig(appUrl, variables),
    social: {
      ...client('github', variables.GITHUB_CLIENT_ID, variables.GITHUB_CLIENT_SECRET),
      ...client('google', variables.GOOGLE_CLIENT_ID, variables.GOOGLE_CLIENT_SECRET),
    },
    oauthOrigin: variables.OAUTH_ORIGIN ? withoutSlash(variables.OAUTH_ORIGIN) : null,
    publishNeedsVerifiedEmail: variables.PUBLISH_NEEDS_VERIFIED_EMAIL,
  };
}

/** Whether this is somebody's own machine, where mail may be read and an unverified address be an admin's. */
export function isLocal(appUrl: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(appUrl).hostname);
}

function mailConfig(appUrl: string, variables: z.infer<z.ZodObject<typeof accountVariables>>): MailConfig {
  const { MAIL_PROVIDER: provider, MAIL_API_URL, MAIL_API_KEY: key, MAIL_FROM: from } = variables;
  if (provider === 'outbox' && !isLocal(appUrl)) {
    throw new Error('MAIL_PROVIDER=outbox shows mail to everybody: only where APP_URL is this machine');
  }
  if (provider === 'http' && !(key && from)) {
    throw new Error('MAIL_PROVIDER=http needs MAIL_API_KEY and MAIL_FROM');
  }
  return { provider, url: withoutSlash(MAIL_API_URL), key: key ?? '', from: from ?? '' };
}

function client(provider: Provider, clientId: string | undefined, clientSecret: string | undefined) {
  return clientId && clientSecret ? { [provider]: { clientId, clientSecret } } : {};
}

function teamUrl(domain: string): string {
  return withoutSlash(domain.includes('://') ? domain : `https://${domain}`);
}

function withoutSlash(url: string): string {
  return url.replace(/\/$/, '');
}
