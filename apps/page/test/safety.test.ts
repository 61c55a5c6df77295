import type { Page, Response } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { enterCode, openAllTests, outcomeOf, press } from './support/actions.ts';
import { it, openCapsule } from './support/browser.ts';
import { HIDDEN_NUMBERS, PAIR_SOLVED, SECRET } from './support/capsules.ts';
import { HOSTILE_CRASH, HOSTILE_SOURCE, PAYLOADS } from './support/hostile.ts';

describe('hostile content', () => {
  it('of an author and a program is shown as text and never runs', async ({ visit }) => {
    const page = await openCapsule(visit, inject('capsuleIds').hostileProgram);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('<img src=x onerror=');
    await expectHarmless(page);
    for (const source of [HOSTILE_SOURCE, HOSTILE_CRASH]) {
      await enterCode(page, source);
      await press(page, 'Run');
      await page.locator('.status.bad').waitFor();
      await openAllTests(page);
      expect(await page.locator('.tests').getByRole('listitem').count()).toBe(PAYLOADS.length);
      expect(await page.locator('.tests').textContent()).toContain(PAYLOADS[1]);
      await expectHarmless(page);
    }
  });

  it('in columns and values of a query, and in the list, never runs', async ({ visit }) => {
    const page = await openCapsule(visit, inject('capsuleIds').hostileQuery);
    await page.getByText('The tables and their rows').click();
    await enterCode(page, `SELECT text, text AS "<img src=x onerror='window.__xss=51'>" FROM note`);
    await press(page, 'Run');
    const cells = await page.locator('figure').filter({ hasText: 'Yours' }).getByRole('cell').allInnerTexts();
    for (const payload of PAYLOADS) expect(cells).toContain(payload);
    await expectHarmless(page);
    await page.goto('/');
    await page.getByText('5 of 5 capsules').waitFor();
    await expectHarmless(page);
  });

  it('in the address never runs', async ({ visit }) => {
    const page = await visit(`/c/${encodeURIComponent(PAYLOADS[1] ?? '')}?language=${PAYLOADS[1]}`);
    await page.getByRole('heading', { name: 'Not available' }).waitFor();
    await expectHarmless(page);
  });
});

describe('what the browser receives', () => {
  it('holds no solution, no hint and nothing of a hidden test but its name', async ({ visit }) => {
    const bodies: Promise<string>[] = [];
    const keep = (response: Response) => bodies.push(response.text());
    const record = (page: Page) => {
      page.on('response', keep);
    };
    const page = await openCapsule(visit, inject('capsuleIds').pair, { prepare: record });
    await press(page, 'Run');
    await enterCode(page, 'def pair_with_sum(prices, total):\n    return [0, 1]\n');
    await page.getByRole('button', { name: 'Submit' }).click();
    await page.getByText('of 6 tests passed').waitFor();
    await enterCode(page, PAIR_SOLVED);
    await page.getByRole('button', { name: 'Submit' }).click();
    await page.getByText('Accepted: 6 of 6').waitFor();
    await page.goto('/');
    await page.getByText('5 of 5 capsules').waitFor();
    await page.waitForLoadState('networkidle');
    // What comes while the page closes can't be read any more.
    page.off('response', keep);
    const received = (await Promise.all(bodies)).join('\n');
    expect(received).toContain('first and last');
    for (const secret of [SECRET, ...HIDDEN_NUMBERS]) expect(received).not.toContain(secret);
  });

  it('keeps a learner’s own print of a hidden input from being shown', async ({ visit }) => {
    const page = await openCapsule(visit, inject('capsuleIds').pair);
    await enterCode(page, 'def pair_with_sum(prices, total):\n    print(prices, total)\n    return prices\n');
    await press(page, 'Submit');
    expect(await outcomeOf(page)).toContain('Wrong answer');
    const shown = await page.locator('main').textContent();
    expect(shown).toContain('[4, 11, 7, 9] 16');
    for (const secret of HIDDEN_NUMBERS) expect(shown).not.toContain(secret);
  });
});

/** No payload has run, and none of what could run stands in the page. */
async function expectHarmless(page: Page): Promise<void> {
  for (const link of await page.locator('main a').all()) {
    expect(await link.evaluate((a: HTMLAnchorElement) => a.protocol)).toMatch(/^https?:$/);
  }
  const elements =
    'script, iframe, object, embed, form:not(.filters), svg, style, [style*=":"], [onerror], [onload]';
  const dangerous = page.locator('main').locator(elements);
  const outsideEditor = dangerous.and(page.locator(':not(.cm-editor *)'));
  expect(await outsideEditor.count()).toBe(0);
  expect(await page.evaluate(() => '__xss' in window)).toBe(false);
}
