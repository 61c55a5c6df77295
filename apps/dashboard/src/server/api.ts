import { type Client, createClient, data } from '@devcapsules/client/client';
import { ApiError } from '@devcapsules/client/error';
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
