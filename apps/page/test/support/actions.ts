import type { Locator, Page } from 'playwright-core';

/** What people do on a capsule's page. */
export function editorOf(page: Page): Locator {
  return page.getByRole('textbox', { name: 'code' });
}

/** Replaces all code at once, as pasting does. */
export async function enterCode(page: Page, code: string): Promise<void> {
  await editorOf(page).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(code);
}

/** Presses Run or Submit and returns the status line that follows. */
export async function press(page: Page, button: 'Run' | 'Submit'): Promise<string> {
  await page.getByRole('button', { name: button, exact: true }).click();
  return outcomeOf(page);
}

/** The status line, once something has come of an attempt. */
export async function outcomeOf(page: Page): Promise<string> {
  return (await page.locator('.status.good, .status.bad').textContent()) ?? '';
}

/** The code as the editor shows it. */
export async function codeIn(page: Page): Promise<string> {
  return (await page.locator('.cm-line').allInnerTexts()).map(line => line.replace(/\n$/, '')).join('\n');
}

export async function openAllTests(page: Page): Promise<void> {
  const closed = page.locator('.tests details:not([open]) summary');
  while ((await closed.count()) > 0) await closed.first().click();
}
