import { describe, expect, inject } from 'vitest';
import { ask, it, newPerson, xssOf } from './support/browser.ts';
import { PAYLOADS } from './support/capsules.ts';

const nonceOf = (answer: Response) =>
  /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1];

describe('pages', () => {
  it('run no script but those with their own nonce, which no two answers share', async () => {
    const answers = await Promise.all(['/', '/explore', '/nowhere'].map(path => ask(inject('url') + path)));
    const nonces = answers.map(nonceOf);
    expect(new Set(nonces).size).toBe(answers.length);
    for (const [i, answer] of answers.entries()) {
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy).not.toContain("'unsafe-eval'");
      expect(/script-src [^;]*/.exec(policy)?.[0]).not.toContain('unsafe-inline');
      expect(policy).toContain("frame-ancestors 'none'");
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      const html = await answer.text();
      const scripts = html.match(/<script(?![^>]*ld\+json)[^>]*>/g) ?? [];
      expect(scripts.length).toBeGreaterThan(3);
      for (const script of scripts) expect(script).toContain(`nonce="${nonces[i]}"`);
    }
  });

  it('show an author’s hostile words as words', async ({ visit }) => {
    const page = await visit(`/c/${inject('capsuleIds').hostile}`);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('<script>');
    for (const path of ['/explore?q=Hostile', '/studio?q=Hostile', '/studio?view=grid', '/']) {
      await page.goto(path);
      await page.getByText('Hostile <script>').first().waitFor();
      expect(await xssOf(page)).toBeUndefined();
    }
  });

  it('show a hostile address as words', async ({ visit }) => {
    for (const payload of PAYLOADS) {
      const page = await visit(
        `/explore?q=${encodeURIComponent(payload)}&tag=${encodeURIComponent(payload)}`,
      );
      expect(await page.getByLabel('Search', { exact: true }).inputValue()).toBe(payload);
      expect(await xssOf(page)).toBeUndefined();
    }
  });

  it('go on after signing in to no other site', async ({ visit }) => {
    for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      const page = await visit(`/sign-in?next=${encodeURIComponent(next)}`);
      expect(new URL(page.url()).origin).toBe(inject('url'));
      expect(new URL(page.url()).pathname).toBe('/studio');
    }
  });
});

describe('the API behind the pages', () => {
  it('refuses a change that another site’s page sends', async () => {
    const answer = await fetch(`${inject('url')}/api/v1/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://evil.example' },
      body: JSON.stringify({ email: 'a@b.example', password: 'x' }),
    });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ error: { code: 'CROSS_SITE_REQUEST' } });
  });

  it('gives cookies that no script can read', async ({ visit }) => {
    const page = await visit('/studio', { as: newPerson() });
    const cookies = await page.context().cookies();
    const session = cookies.find(cookie => cookie.name.includes('session'));
    expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
    expect(await page.evaluate(() => document.cookie)).not.toContain(session?.value);
  });
});
