import { Hono } from 'hono';
import { html } from 'hono/html';
import { AppError } from '../errors/app-error.ts';
import { ERRORS } from '../errors/registry.ts';
import type { AppEnv } from '../http.ts';
import { linkToken, newPassword } from './schemas-account.ts';

const SHOWN = 50;
type Html = ReturnType<typeof html>;

/** The two pages that mail needs: where its links lead, and where it is read on a laptop. No scripts, no styles. */
export const mailPages = new Hono<AppEnv>()
  .get('/outbox', async c => {
    const { mails, mailer } = c.get('deps');
    if (mailer.provider !== 'outbox') throw new AppError('NOT_FOUND');
    const articles = (await mails.list(SHOWN)).map(
      ({ recipient, subject, text, createdAt }) => html`
        <article>
          <h2>${subject}</h2>
          <p>To ${recipient}, ${createdAt}</p>
          <pre>${linked(text)}</pre>
        </article>`,
    );
    const none = articles.length === 0 ? html`<p>None yet.</p>` : '';
    return c.html(
      page('Outbox', html`<p>Mail of this installation. It is sent nowhere.</p>${none}${articles}`),
    );
  })
  .get('/reset-password', c => c.html(page('Set a new password', form(c.req.query('token') ?? ''))))
  .post('/reset-password', async c => {
    const body = await c.req.parseBody();
    const token = linkToken.safeParse(body.token);
    const password = newPassword.safeParse(body.password);
    if (!token.success) throw new AppError('LINK_INVALID');
    if (!password.success) {
      const hint = html`<p role="alert">A password has 10 to 128 characters.</p>`;
      return c.html(page('Set a new password', html`${hint}${form(token.data)}`), 400);
    }
    try {
      await c.get('deps').accounts.resetPassword({ token: token.data, password: password.data });
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'LINK_INVALID')) throw error;
      return c.html(
        page('Set a new password', html`<p role="alert">${ERRORS.LINK_INVALID.message}</p>`),
        400,
      );
    }
    const done = html`<p>Your new password is set. <a href="/">Sign in</a> with it.</p>`;
    return c.html(page('Set a new password', done));
  });

function page(title: string, content: Html): Html {
  return html`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title} · DevCapsules</title>
<main><h1>${title}</h1>${content}</main>
</html>`;
}

function form(token: string): Html {
  return html`<form method="post" action="/reset-password">
    <input type="hidden" name="token" value="${token}">
    <label>New password <input type="password" name="password" minlength="10" maxlength="128"
      autocomplete="new-password" required></label>
    <button>Set it</button>
  </form>`;
}

/** Our own mails have each link on a line of its own. */
function linked(text: string): (Html | string)[] {
  return text
    .split('\n')
    .map(line => (/^https?:\/\/\S+$/.test(line) ? html`<a href="${line}">${line}</a>\n` : `${line}\n`));
}
