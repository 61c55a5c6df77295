import { type Client, createClient, data } from '@devcapsules/client/client';
import { ApiError } from '@devcapsules/client/error';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { environment } from './environment.ts';

const TIMEOUT_MS = 15_000;

/** The API, asked in the name of whoever the page is made for. */
export function api(): Client {
  const { API, APP_URL } = environment();
  return createClient({
    baseUrl: APP_URL,
    timeoutMs: TIMEOUT_MS,
    fetch: (request, init) => API.fetch(request as Request, init),
  });
}

/** Who is signed in, or null; asked once for a page. */
export const visitor = cache(async () => {
  // Nobody comes without a cookie: an address's small allowance of requests is not spent on asking.
  if (!/session/.test((await headers()).get('cookie') ?? '')) return null;
  const { user } = await data(api().GET('/api/v1/auth/session'));
  return user;
});

export type Visitor = NonNullable<Awaited<ReturnType<typeof visitor>>>;

/** Who is signed in; anybody else is sent to sign in, and back here then. */
export async function requireVisitor(path: string): Promise<Visitor> {
  const user = await visitor();
  if (user === null) redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  return user;
}

/** As `data`, and the page for what is not there. */
export async function found<Given extends Parameters<typeof data>[0]>(
  asked: Given,
): Promise<Awaited<ReturnType<typeof data<Awaited<Given>>>>> {
  try {
    return (await data(asked)) as Awaited<ReturnType<typeof data<Awaited<Given>>>>;
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) notFound();
    throw error;
  }
}

const NOTHING = { data: [], page: { limit: 0, nextCursor: null, total: 0 } };

/** A list, and an empty one where the address asks for what can't be: a hand-made filter, a page that is gone. */
export async function listed<Listed extends { data: unknown[]; page: object }>(
  asked: Promise<Listed>,
): Promise<Listed> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ApiError && error.code === 'VALIDATION_FAILED') return NOTHING as unknown as Listed;
    throw error;
  }
}
