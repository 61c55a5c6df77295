import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { AppEnv } from '../http.ts';
import { access } from './access.ts';
import { answer, failures, ok, onInvalid } from './envelope.ts';

const account = z.object({ id: z.string(), email: z.string(), name: z.string() });
const session = z.object({ user: account.extend({ plan: z.string() }).nullable() });
const email = z.email().max(254);
const password = z.string().min(1).max(128);
const json = <Body extends z.ZodType>(schema: Body) => ({
  body: { required: true, content: { 'application/json': { schema } } },
});

const signUp = createRoute({
  operationId: 'signUp',
  ...access('anyone', 'session'),
  method: 'post',
  path: '/sign-up/email',
  summary: 'Create an account and sign in',
  request: json(z.object({ email, password: password.min(10), name: z.string().trim().min(1).max(100) })),
  responses: { 201: answer('Signed in; the cookie is set.', account), ...failures('EMAIL_TAKEN') },
});
const signIn = createRoute({
  operationId: 'signIn',
  ...access('anyone', 'session'),
  method: 'post',
  path: '/sign-in/email',
  summary: 'Sign in',
  request: json(z.object({ email, password })),
  responses: { 200: answer('Signed in; the cookie is set.', account), ...failures('INVALID_CREDENTIALS') },
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

/** Session cookies are better-auth's; they go to the client as they are. */
function forwardCookies(c: Context<AppEnv>, from: Headers) {
  for (const cookie of from.getSetCookie()) c.header('set-cookie', cookie, { append: true });
}

export const authRoutes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid })
  .openapi(signUp, async c => {
    const signedIn = await c.get('deps').accounts.signUp(c.req.valid('json'), c.req.raw.headers);
    forwardCookies(c, signedIn.headers);
    return c.json(ok(signedIn.account), 201);
  })
  .openapi(signIn, async c => {
    const signedIn = await c.get('deps').accounts.signIn(c.req.valid('json'), c.req.raw.headers);
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
    const { userId: id, email, name, plan } = actor;
    return c.json(ok({ user: { id, email, name, plan } }), 200);
  });
