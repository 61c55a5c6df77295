import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { type AppEnv, scopeOf } from '../http.ts';
import { sendReset, sendVerification } from '../services/account/mails.ts';
import { requireUser } from '../services/capsule/access.ts';
import { countAttempt } from '../services/limits/credentials.ts';
import { access } from './access.ts';
import { forwardCookies } from './cookies.ts';
import { answer, failures, jsonBody, ok, onInvalid } from './envelope.ts';
import { email, linkToken, newPassword, password } from './schemas-account.ts';

const nothing = z.object({});

const sendVerify = createRoute({
  operationId: 'sendVerificationMail',
  ...access('user', 'session'),
  method: 'post',
  path: '/verify-email/send',
  summary: 'Mail a link that verifies your address',
  responses: {
    202: answer('The mail is on its way.', nothing),
    ...failures('UNAUTHENTICATED', 'ALREADY_VERIFIED', 'QUOTA_EXCEEDED', 'MAIL_UNAVAILABLE'),
  },
});
const verify = createRoute({
  operationId: 'verifyEmail',
  ...access('anyone'),
  method: 'post',
  path: '/verify-email',
  summary: 'Verify an address by what its link carries',
  request: jsonBody(z.object({ token: linkToken })),
  responses: { 200: answer('It is verified.', nothing), ...failures('LINK_INVALID') },
});
const openVerify = createRoute({
  operationId: 'openVerificationLink',
  ...access('anyone'),
  method: 'get',
  path: '/verify-email',
  summary: 'The link in the mail: verifies, then goes to the page',
  request: { query: z.object({ token: linkToken }) },
  responses: { 303: { description: 'To the page, with `email=verified`.' }, ...failures('LINK_INVALID') },
});
const forget = createRoute({
  operationId: 'forgetPassword',
  ...access('anyone', 'session'),
  method: 'post',
  path: '/password/forget',
  summary: 'Mail a link that sets a new password',
  request: jsonBody(z.object({ email })),
  responses: {
    202: answer('If there is an account, a mail is on its way. Nothing tells whether there is one.', nothing),
    ...failures('MAIL_UNAVAILABLE'),
  },
});
const reset = createRoute({
  operationId: 'resetPassword',
  ...access('anyone', 'session'),
  method: 'post',
  path: '/password/reset',
  summary: 'Set a new password by what the link carries; ends every session',
  request: jsonBody(z.object({ token: linkToken, password: newPassword })),
  responses: { 200: answer('Sign in with it.', nothing), ...failures('LINK_INVALID') },
});
const change = createRoute({
  operationId: 'changePassword',
  ...access('user', 'session'),
  method: 'post',
  path: '/password/change',
  summary: 'Change the password; ends every other session',
  request: jsonBody(z.object({ current: password, password: newPassword })),
  responses: {
    200: answer('Changed; the cookie is set anew.', nothing),
    ...failures('UNAUTHENTICATED', 'INVALID_CREDENTIALS'),
  },
});

/** Proving an address, and passwords that are forgotten or changed. */
export const passwordRoutes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid })
  .openapi(sendVerify, async c => {
    const { deps, actor } = scopeOf(c);
    await sendVerification({ deps, actor: requireUser(actor) });
    return c.json(ok({}), 202);
  })
  .openapi(verify, async c => {
    await c.get('deps').accounts.verifyEmail(c.req.valid('json').token);
    return c.json(ok({}), 200);
  })
  .openapi(openVerify, async c => {
    const { accounts, config } = c.get('deps');
    await accounts.verifyEmail(c.req.valid('query').token);
    return c.redirect(`${config.appUrl}/?email=verified`, 303);
  })
  .openapi(forget, async c => {
    const deps = c.get('deps');
    const { email } = c.req.valid('json');
    await countAttempt({ deps }, { address: c.get('address'), email });
    deps.inBackground('mail a new password', sendReset({ deps }, email));
    return c.json(ok({}), 202);
  })
  .openapi(reset, async c => {
    await c.get('deps').accounts.resetPassword(c.req.valid('json'));
    return c.json(ok({}), 200);
  })
  .openapi(change, async c => {
    const { accounts } = c.get('deps');
    forwardCookies(c, await accounts.changePassword(c.req.valid('json'), c.req.raw.headers));
    return c.json(ok({}), 200);
  });
