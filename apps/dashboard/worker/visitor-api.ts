/** What of a visitor's request the API needs to know who asks. */
const FORWARDED = ['cookie', 'cf-access-jwt-assertion', 'cf-connecting-ip', 'user-agent', 'traceparent'];

/** The API as one visitor sees it: asked in their name, while a page is made for them. */
export interface VisitorApi {
  fetch(request: Request, init?: RequestInit): Promise<Response>;
  /** Cookies that the API set meanwhile, such as a prolonged session's. */
  readonly cookies: readonly string[];
}

/** What the API lets any cache keep is asked for once; that is never the case for somebody signed in. */
export function visitorApi(
  api: { fetch(request: Request): Promise<Response> },
  visitor: Request,
  cache: Pick<Cache, 'match' | 'put'>,
  waitUntil: (work: Promise<unknown>) => void,
): VisitorApi {
  const cookies: string[] = [];
  const isAnonymous = !/session/.test(visitor.headers.get('cookie') ?? '');
  return {
    cookies,
    async fetch(request, init) {
      const isShared = isAnonymous && request.method === 'GET';
      const kept = isShared ? await cache.match(request.url) : undefined;
      if (kept) return kept;
      const asked = new Request(request, init);
      for (const name of FORWARDED) {
        const value = visitor.headers.get(name);
        if (value !== null) asked.headers.set(name, value);
      }
      const answer = await api.fetch(asked);
      cookies.push(...answer.headers.getSetCookie());
      if (isShared && answer.ok && answer.headers.get('cache-control')?.startsWith('public')) {
        waitUntil(cache.put(request.url, keepable(answer.clone())));
      }
      return answer;
    },
  };
}

/** Only answers to the anonymous come here, so what they vary by is the same for all. */
function keepable(answer: Response): Response {
  const headers = new Headers(answer.headers);
  headers.delete('vary');
  return new Response(answer.body, { status: answer.status, headers });
}
