import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { it, newPerson } from './support/browser.ts';

const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') || element?.id || element?.textContent?.trim() || '';
  });

/** Tab, until something of this name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab');
    const label = await page.evaluate(() => {
      const element = document.activeElement;
      return `${element?.getAttribute('aria-label') ?? ''} ${element?.textContent?.trim() ?? ''}`;
    });
    if (name.test(label.trim())) return;
    passed.push(label);
  }
  throw new Error(`${name} was not reached, but ${passed.join(', ')}.`);
}

describe('without a mouse', () => {
  it('one skips to the content, opens the menu, chooses a theme and is back where one was', async ({
    visit,
  }) => {
    const page = await visit('/explore', { as: newPerson() });
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('main');

    await page.goto('/explore');
    await tabTo(page, /^Menu of Nia New/);
    await page.keyboard.press('Enter');
    await page.getByText('API reference').waitFor();
    for (let i = 0; i < 6; i++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.getAttribute('name') === 'theme')) break;
    }
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('light');
    await page.keyboard.press('Escape');
    await page.getByText('API reference').waitFor({ state: 'hidden' });
    expect(await focused(page)).toBe('Menu of Nia New');
  });

  it('one opens a dialog, leaves it by Escape, and types a capsule without being trapped', async ({
    visit,
  }) => {
    const page = await visit('/account', { as: newPerson() });
    await page.getByRole('button', { name: 'Delete the account' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await focused(page)).toBe('Delete the account');

    await page.goto('/studio/new');
    await tabTo(page, /^Python$/);
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: 'Statement' }).waitFor();
    await page.getByRole('tab', { name: 'Statement' }).focus();
    await page.keyboard.press('ArrowRight');
    const editor = page.getByRole('textbox', { name: 'Reference solution' });
    await editor.focus();
    await page.keyboard.press('Tab');
    expect(await editor.evaluate(element => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await editor.evaluate(element => element === document.activeElement)).toBe(false);
    page.on('dialog', dialog => void dialog.accept());
  });
});
