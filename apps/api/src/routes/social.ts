import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppEnv } from '../http.ts';
import { PROVIDERS } from '../ports/accounts.ts';
import { startSocial } from '../services/account/social.ts';
import { access } from './access.ts';
import { forwardCookies } from './cookies.ts';
import { answer, failures, ok, onInvalid } from './envelope.ts';

const provider = z.enum(PROVIDERS);

const providers = createRoute({
  operationId: 'listProviders',
  ...access('anyone'),
  method: 'get',
  path: '/providers',
  summary: 'Which other accounts one may sign in by',
  responses: { 200: answer('Those that are configured.', z.array(provider)), ...failures() },
});
const start = createRoute({
  operationId: 'startProviderSignIn',
  ...access('anyone'),
  method: 'get',
  path: '/sign-in/{provider}',
  summary: 'Go and sign in by GitHub or Google',
  request: {
    params: z.object({ provider }),
    query: z.object({ next: z.string().max(2_000).default('/') }),
  },
  responses: { 302: { description: 'To the provider.' }, ...failures('NOT_FOUND') },
});
const finish = createRoute({
  operationId: 'finishProviderSignIn',
  ...access('anyone'),
  method: 'get',
  path: '/callback/{provider}',
  summary: 'Where the provider sends the browser back to',
  request: { params: z.object({ provider }) },
  responses: {
    302: { description: 'To the page, signed in; or with `error`, such as `account_not_linked`.' },
    ...failures('NOT_FOUND'),
  },
});

/** Signing in by an account somewhere else. */
export const socialRoutes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid })
  .openapi(providers, c => c.json(ok(c.get('deps').accounts.providers), 200))
  .openapi(start, async c => {
    const deps = c.get('deps');
    const input = { provider: c.req.valid('param').provider, next: c.req.valid('query').next };
    const response = await startSocial({ deps }, input, c.req.raw.headers);
    forwardCookies(c, response.headers);
    const { url } = z.object({ url: z.url() }).parse(await response.json());
    return c.redirect(url, 302);
  })
  .openapi(finish, async c => {
    const response = await c.get('deps').accounts.finishSocial(c.req.valid('param').provider, c.req.raw);
    forwardCookies(c, response.headers);
    return c.redirect(response.headers.get('location') ?? c.get('deps').config.appUrl, 302);
  });
