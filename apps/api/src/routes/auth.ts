import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppEnv } from '../http.ts';
import { administers } from '../services/account/administers.ts';
import { sendVerification } from '../services/account/mails.ts';
import { countAttempt } from '../services/limits/credentials.ts';
import { access } from './access.ts';
import { forwardCookies } from './cookies.ts';
import { answer, failures, jsonBody, ok, onInvalid } from './envelope.ts';
import { accountName, email, newPassword, password } from './schemas-account.ts';

const account = z.object({ id: z.string(), email: z.string(), name: z.string() });
const session = z.object({
  user: account
    .extend({
      emailVerified: z.boolean(),
      plan: z.string(),
      via: z.enum(['session', 'api_key', 'supabase']),
      scopes: z.array(z.string()),
      administers: z
        .boolean()
        .describe(
          'Whether this session may administer; Cloudflare Access, where it is set up, says who else.',
        ),
    })
    .nullable(),
});

const signUp = createRoute({
  operationId: 'signUp',
  ...access('anyone', 'session'),
  method: 'post',
  path: '/sign-up/email',
  summary: 'Create an account and sign in',
  request: jsonBody(z.object({ email, password: newPassword, name: accountName })),
  responses: { 201: answer('Signed in; the cookie is set.', account), ...failures('EMAIL_TAKEN') },
});
const signIn = createRoute({
  operationId: 'signIn',
  ...access('anyone', 'session'),
  method: 'post',
  path: '/sign-in/email',
  summary: 'Sign in',
  request: jsonBody(z.object({ email, password })),
  responses: {
    200: answer('Signed in; the cookie is set.', account),
    ...failures('INVALID_CREDENTIALS', 'ACCOUNT_SUSPENDED'),
  },
});
const signOut = createRoute({
  operationId: 'signOut',
  ...access('anyone', 'session'),
  method: 'post',
  path: '/sign-out',
  summary: 'End the session',
  responses: { 200: answer('Signed out.', z.object({})), ...failures() },
});
const getSession = createRoute({
  operationId: 'getSession',
  ...access('anyone'),
  method: 'get',
  path: '/session',
  summary: 'Who is signed in',
  responses: { 200: answer('The user, or null.', session), ...failures() },
});

/** Accounts by e-mail and password, and who is signed in. */
export const authRoutes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid })
  .openapi(signUp, async c => {
    const deps = c.get('deps');
    const input = c.req.valid('json');
    await countAttempt({ deps }, { address: c.get('address'), email: input.email });
    const signedIn = await deps.accounts.signUp(input, c.req.raw.headers);
    if (deps.mailer.provider !== 'none') {
      const actor = { userId: signedIn.account.id };
      deps.inBackground('mail a new account', sendVerification({ deps, actor }));
    }
    forwardCookies(c, signedIn.headers);
    return c.json(ok(signedIn.account), 201);
  })
  .openapi(signIn, async c => {
    const deps = c.get('deps');
    const input = c.req.valid('json');
    await countAttempt({ deps }, { address: c.get('address'), email: input.email });
    const signedIn = await deps.accounts.signIn(input, c.req.raw.headers);
    forwardCookies(c, signedIn.headers);
    return c.json(ok(signedIn.account), 200);
  })
  .openapi(signOut, async c => {
    forwardCookies(c, await c.get('deps').accounts.signOut(c.req.raw.headers));
    return c.json(ok({}), 200);
  })
  .openapi(getSession, c => {
    const actor = c.get('actor');
    if (actor.kind === 'anonymous') return c.json(ok({ user: null }), 200);
    const { userId: id, email, emailVerified, name, plan, via, scopes } = actor;
    const known = { id, email, emailVerified, name, plan, via, scopes: [...scopes] };
    const user = { ...known, administers: administers(c.get('deps'), actor) };
    return c.json(ok({ user }), 200);
  });
