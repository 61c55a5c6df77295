import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { AppError } from '../errors/app-error.ts';
import type { AppEnv } from '../http.ts';
import { MAIL_KINDS } from '../ports/mail.ts';
import { access } from './access.ts';
import { answer, failures, ok } from './envelope.ts';

const SHOWN = 50;

const mail = z
  .object({
    id: z.string(),
    kind: z.enum(MAIL_KINDS),
    recipient: z.string(),
    subject: z.string(),
    text: z.string(),
    createdAt: z.string(),
  })
  .openapi('Mail');

const list = createRoute({
  operationId: 'listOutbox',
  ...access('anyone'),
  method: 'get',
  path: '/',
  summary: 'Mail of an installation that sends none, newest first',
  description: 'Only where `MAIL_PROVIDER` is `outbox`, which is refused anywhere but on one’s own machine.',
  responses: { 200: answer('The mails.', z.array(mail)), ...failures('NOT_FOUND') },
});

/** Mail that stays here, for a laptop without a mail service. */
export const outboxRoutes = new OpenAPIHono<AppEnv>().openapi(list, async c => {
  const { mails, mailer } = c.get('deps');
  if (mailer.provider !== 'outbox') throw new AppError('NOT_FOUND');
  const stored = await mails.list(SHOWN);
  const shown = stored.map(({ id, kind, recipient, subject, text, createdAt }) => {
    return { id, kind, recipient, subject, text, createdAt };
  });
  return c.json(ok(shown), 200);
});
