import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { editorOf, enterCode, press } from './support/actions.ts';
import { it } from './support/browser.ts';

const WIDTH = 375;
const LONG = `print("${'wide '.repeat(200)}")\nprint("${'w'.repeat(2000)}")`;
const WIDE = `SELECT ${Array.from({ length: 30 }, (_, index) => `'value' AS column_${index}`).join()}`;

describe('on a phone', () => {
  it('nothing is wider than the screen', async ({ visit }) => {
    const { line, bikes, hostileProgram } = inject('capsuleIds');
    const page = await visit('/', { width: WIDTH });
    await page.getByText('5 of 5 capsules').waitFor();
    await expectFitting(page);
    await page.goto('/sign-in');
    await page.getByLabel('I am new here').check();
    await expectFitting(page);
    for (const [id, code] of [
      [line, LONG],
      [bikes, WIDE],
    ] as const) {
      await page.goto(`/c/${id}`);
      await enterCode(page, code);
      await press(page, 'Run');
      await page.getByText('Yours').waitFor();
      await expectFitting(page);
    }
    await page.getByText('The tables and their rows').click();
    await expectFitting(page);
    await page.goto(`/c/${hostileProgram}`);
    await editorOf(page).waitFor();
    await expectFitting(page);
  });
});

async function expectFitting(page: Page): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, page.url()).toBeLessThanOrEqual(WIDTH);
}
