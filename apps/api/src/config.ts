import { z } from 'zod';
import { PLAN_NAMES } from './plans.ts';

const schema = z.object({
  APP_URL: z.url(),
  RUNNER_URL: z.url(),
  RUNNER_SECRET: z.string().min(16).optional(),
  AUTH_SECRET: z.string().min(32),
  /** The plan of new accounts: `free` in production, more on a laptop. */
  NEW_ACCOUNT_PLAN: z.enum(PLAN_NAMES).default('free'),
  /** Further origins that may call the API with a session cookie, separated by commas. */
  TRUSTED_ORIGINS: z.string().default(''),
});

export interface Config {
  appUrl: string;
  runnerUrl: string;
  runnerSecret: string | undefined;
  authSecret: string;
  newAccountPlan: (typeof PLAN_NAMES)[number];
  trustedOrigins: string[];
}

/**
 * Reads the Worker's variables.
 * @throws Error naming each variable that is missing or malformed.
 */
export function readConfig(variables: unknown): Config {
  const parsed = schema.safeParse(variables);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The Worker's configuration is not valid: ${problems.join('; ')}`);
  }
  const { APP_URL, RUNNER_URL, RUNNER_SECRET, AUTH_SECRET, NEW_ACCOUNT_PLAN, TRUSTED_ORIGINS } = parsed.data;
  return {
    appUrl: APP_URL,
    runnerUrl: RUNNER_URL.replace(/\/$/, ''),
    runnerSecret: RUNNER_SECRET,
    authSecret: AUTH_SECRET,
    newAccountPlan: NEW_ACCOUNT_PLAN,
    trustedOrigins: [new URL(APP_URL).origin, ...TRUSTED_ORIGINS.split(',').filter(origin => origin !== '')],
  };
}
