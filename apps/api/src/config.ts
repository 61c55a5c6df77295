import { z } from 'zod';
import { type AccountConfig, accountConfig, accountVariables, isLocal } from './config/accounts.ts';
import { type GenerationConfig, generationConfig, generationVariables } from './config/generation.ts';
import { type OperationConfig, operationConfig, operationVariables } from './config/operations.ts';
import { PLAN_NAMES } from './plans.ts';
import { type RunnerEndpoint, runnerList, runnerSecrets } from './ports/runners.ts';

const schema = z.object({
  ...accountVariables,
  ...operationVariables,
  ...generationVariables,
  APP_URL: z.url(),
  /** One runner. Without any, only SQL can be run. */
  RUNNER_URL: z.url().optional(),
  RUNNER_SECRET: z.string().min(16).optional(),
  /** Several, in place of RUNNER_URL: `https://a=3,piston+https://b=1`. */
  RUNNER_URLS: runnerList.optional(),
  /** Secrets of those that don't have RUNNER_SECRET: `https://a=…`. */
  RUNNER_SECRETS: runnerSecrets.default(new Map()),
  RUNNER_OVERHEAD_MS: z.coerce.number().int().positive().default(30_000),
  AUTH_SECRET: z.string().min(32),
  /** The one before: what it signed for anonymous learners goes on. Cookies of it don't. */
  AUTH_SECRET_PREVIOUS: z.string().min(32).optional(),
  /** The plan of new accounts: `free` in production, more on a laptop. */
  NEW_ACCOUNT_PLAN: z.enum(PLAN_NAMES).default('free'),
  /** Further origins that may call the API with a session cookie, separated by commas. */
  TRUSTED_ORIGINS: z.string().default(''),
});

export interface Config extends AccountConfig, OperationConfig {
  generation: GenerationConfig;
  appUrl: string;
  /** Whether this is somebody's own machine. */
  isLocal: boolean;
  runners: RunnerEndpoint[];
  /** What a run may take on top of its cases' limits: waiting in the queue and compiling. */
  runnerOverheadMs: number;
  authSecret: string;
  previousAuthSecret: string | undefined;
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
  const { APP_URL, AUTH_SECRET, AUTH_SECRET_PREVIOUS, NEW_ACCOUNT_PLAN, TRUSTED_ORIGINS } = parsed.data;
  return {
    ...accountConfig(APP_URL, parsed.data),
    ...operationConfig(parsed.data),
    ...generationConfig(parsed.data),
    appUrl: APP_URL,
    isLocal: isLocal(APP_URL),
    runners: runnersOf(parsed.data),
    runnerOverheadMs: parsed.data.RUNNER_OVERHEAD_MS,
    authSecret: AUTH_SECRET,
    previousAuthSecret: AUTH_SECRET_PREVIOUS,
    newAccountPlan: NEW_ACCOUNT_PLAN,
    trustedOrigins: [new URL(APP_URL).origin, ...TRUSTED_ORIGINS.split(',').filter(origin => origin !== '')],
  };
}

function runnersOf(variables: z.infer<typeof schema>): RunnerEndpoint[] {
  const { RUNNER_URL, RUNNER_URLS, RUNNER_SECRET, RUNNER_SECRETS } = variables;
  const one = RUNNER_URL && { url: RUNNER_URL.replace(/\/$/, ''), kind: 'devcapsules' as const, weight: 1 };
  return (RUNNER_URLS ?? (one ? [one] : [])).map(runner => {
    const shared = runner.kind === 'devcapsules' ? RUNNER_SECRET : undefined;
    return { ...runner, secret: RUNNER_SECRETS.get(runner.url) ?? shared };
  });
}
