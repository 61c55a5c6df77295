import { renderStatement } from '@devcapsules/statement/render';
import { z } from 'zod';
import { visitor } from '#server/api.ts';
import { absolute } from '#server/environment.ts';

export const dynamic = 'force-dynamic';

const asked = z.object({ markdown: z.string().max(50_000) });

/** A statement as learners will see it; nothing is stored. */
export async function POST(request: Request): Promise<Response> {
  if ((await visitor()) === null) return Response.json({ error: 'Sign in first.' }, { status: 401 });
  const body = asked.safeParse(await request.json().catch(() => null));
  if (!body.success) return Response.json({ error: 'That is too long.' }, { status: 400 });
  return Response.json({ html: renderStatement(body.data.markdown, { baseUrl: absolute('/') }) });
}
