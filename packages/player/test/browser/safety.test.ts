import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { enterCode, it, openAllTests, openCapsule, press } from '../support/browser.ts';
import { HOSTILE_SOURCE } from '../support/capsules.ts';

describe('nothing that authors, learners or programs write runs as a script', () => {
  it('in title, statement, objectives, test names, hints, and what a program prints', async ({ visit }) => {
    const page = await openCapsule(visit, 'hostileProgram', { cookie: inject('author') });
    await expectHarmless(page);
    await enterCode(page, HOSTILE_SOURCE);
    await press(page, 'Submit');
    await openAllTests(page);
    expect(await page.locator('figure').count()).toBeGreaterThan(300);
    await expectHarmless(page);
    for (let step = 0; step < 8; step++) {
      await page.getByRole('button', { name: /hint/i }).click();
      await page.locator('.hint').nth(step).waitFor();
    }
    await expectHarmless(page);
  });

  it('in names of tables and columns, and in values', async ({ visit }) => {
    const page = await openCapsule(visit, 'hostileQuery');
    await enterCode(page, 'SELECT *, 1 FROM "<img src=x onerror=window.__xss=2006>"');
    await press(page, 'Run');
    expect(await page.locator('td').count()).toBeGreaterThan(100);
    await page.getByRole('tab', { name: 'Tables' }).click();
    await page.getByRole('button', { name: /^Show rows/ }).click();
    await page.getByRole('table').last().waitFor();
    await expectHarmless(page);
  });

  it('in the address of the page for frames', async ({ visit }) => {
    const id = inject('capsuleIds').bikes;
    const payload = encodeURIComponent('"><script>window.__xss=3001</script>');
    const page = await visit(`${inject('url')}/embed/${id}?lang=${payload}&theme=${payload}`);
    await expectHarmless(page);
    const missing = await fetch(`${inject('url')}/embed/${payload}`);
    expect(missing.status).toBe(404);
    expect(missing.headers.get('content-type')).toMatch(/^application\/json/);
  });
});

/** No payload has run, and none of what could run stands in the player. */
async function expectHarmless(page: Page): Promise<void> {
  const found = await page.evaluate(() => {
    const root = document.querySelector('dev-capsule')?.shadowRoot;
    const all = [...(root?.querySelectorAll('*') ?? [])].filter(element => !element.closest('.cm-editor'));
    return {
      ran: '__xss' in window,
      links: all.flatMap(element =>
        element instanceof HTMLAnchorElement && element.href ? [element.protocol] : [],
      ),
      elements: all.filter(element =>
        element.matches('script, iframe, object, embed, form, style, base, link, meta'),
      ).length,
      handlers: all.flatMap(element => element.getAttributeNames().filter(name => /^on|^style$/.test(name))),
    };
  });
  expect(found.ran).toBe(false);
  expect(found.elements).toBe(0);
  expect(found.handlers).toEqual([]);
  expect(found.links.filter(protocol => !/^(https?|mailto):$/.test(protocol))).toEqual([]);
}
