// @ts-expect-error: made by the build.
import openNext from '../.open-next/worker.js';
import { isOfApi } from './api-paths.ts';
import type { Bindings } from './bindings.ts';
import { newNonce, pageHeaders, policy } from './security.ts';
import { visitorApi } from './visitor-api.ts';

interface Pages {
  fetch(request: Request, env: Bindings, context: ExecutionContext): Promise<Response>;
}
const pages: Pages = openNext;

/** One origin for everything: the API behind its binding, and pages, each with a policy of its own. */
export default {
  async fetch(request, env, context) {
    const url = new URL(request.url);
    if (isOfApi(url.pathname)) return env.API.fetch(request);
    const api = visitorApi(env.API, request, caches.default, work => context.waitUntil(work));
    const nonce = newNonce();
    const asked = new Request(request);
    asked.headers.set('content-security-policy', policy(nonce));
    asked.headers.set('x-nonce', nonce);
    const made = await pages.fetch(asked, { ...env, API: api as unknown as Fetcher }, context);
    const answer = new Response(made.body, made);
    for (const [name, value] of Object.entries(pageHeaders(nonce, url.protocol === 'https:'))) {
      answer.headers.set(name, value);
    }
    for (const cookie of api.cookies) answer.headers.append('set-cookie', cookie);
    return answer;
  },
} satisfies ExportedHandler<Bindings>;
