import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { ask, expectAccessible, expectNoSideways, it, newPerson } from './support/browser.ts';
import { PAIR } from './support/capsules.ts';

async function addCapsule(page: Page, title: string): Promise<void> {
  await page.getByLabel('Add capsules').last().fill(title);
  await page.getByRole('button', { name: `Add ${title}` }).click();
}

describe('a course', () => {
  it('is put together, ordered and gated by the keyboard, published, and walked through', async ({
    visit,
  }) => {
    const page = await visit('/studio/courses', { as: newPerson(), width: 1100 });
    const made = await page.request.post('/api/v1/capsules', { data: { ...PAIR, title: 'Own first step' } });
    expect(made.status()).toBe(201);
    await page.getByRole('button', { name: 'New course' }).click();
    await page.getByLabel('Title').fill('Sums in two steps');
    await addCapsule(page, PAIR.title);
    await addCapsule(page, 'Own first step');
    const handles = page.getByRole('button', { name: /^Move / });
    await handles.nth(1).focus();
    await page.keyboard.press('Space');
    await page.waitForTimeout(300);
    await page.keyboard.press('ArrowUp');
    await page.waitForTimeout(300);
    await page.keyboard.press('Space');
    await expect.poll(() => handles.first().getAttribute('aria-label')).toBe('Move Own first step');
    await page.getByText('Open from the start').click();
    await page.getByRole('group').getByLabel('Own first step').check();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('Published.').waitFor();
    await page.getByRole('link', { name: 'View' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sums in two steps' }).waitFor();
    await page
      .getByText('of 1 required', { exact: false })
      .or(page.getByText('of 2 required', { exact: false }))
      .waitFor();
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 800 });
    await expectNoSideways(page);
    const { pathname } = new URL(page.url());
    const html = await (await ask(inject('url') + pathname)).text();
    expect(html).toContain(PAIR.title);
  });
});
