import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { codeIn, editorOf, outcomeOf } from './support/actions.ts';
import { it, openCapsule } from './support/browser.ts';
import { PAIR_SOLVED } from './support/capsules.ts';

const MAX_TABS = 20;

describe('without a mouse', () => {
  it('reaches the editor, types, leaves by Escape and Tab, and runs', async ({ visit }) => {
    const page = await openCapsule(visit, inject('capsuleIds').pair);
    await tabTo(page, 'Your Python code');
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(PAIR_SOLVED);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Your Python code');
    expect(await codeIn(page)).toMatch(/ {4}return \[\]\n {4}$/);

    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Run');
    await page.keyboard.press('Enter');
    expect(await outcomeOf(page)).toMatch(/^Visible tests\. Accepted/);
    expect(await focused(page)).toBe('Run');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.getByText('Accepted: 6 of 6 tests passed.', { exact: true }).waitFor();
  });

  it('runs by Ctrl+Enter and submits by Ctrl+Shift+Enter from inside the editor', async ({ visit }) => {
    const page = await openCapsule(visit, inject('capsuleIds').pair);
    const before = await codeIn(page);
    await editorOf(page).focus();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Visible tests. Wrong answer: 1 of 3 tests passed.').waitFor();
    await page.keyboard.press('Control+Shift+Enter');
    await page.getByText('Wrong answer: 2 of 6 tests passed.', { exact: true }).waitFor();
    expect(await codeIn(page)).toBe(before);
  });

  it('skips to the content and opens a test by its name', async ({ visit }) => {
    const page = await openCapsule(visit, inject('capsuleIds').pair);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await editorOf(page).focus();
    await page.keyboard.press('Control+Enter');
    await outcomeOf(page);
    const details = page.locator('details').filter({ hasText: 'one article is not two' });
    expect(await details.getAttribute('open')).toBe(null);
    await details.locator('summary').focus();
    await page.keyboard.press('Enter');
    await details.getByText('Yours').waitFor();
  });
});

/** Presses Tab until the element of that name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let tabs = 0; tabs < MAX_TABS; tabs++) {
    await page.keyboard.press('Tab');
    if ((await focused(page)) === name) return;
  }
  expect.fail(`${name} is not among the first ${MAX_TABS} stops of the Tab key`);
}

function focused(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent ?? null;
  });
}
