import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { it, newPerson } from './support/browser.ts';
import { PAIR, WEAK } from './support/capsules.ts';

/** Proofs run hundreds of programs; the machine may have others to run, too. */
const PROOF_MS = 100_000;

async function create(page: Page, document: object): Promise<string> {
  const made = await page.request.post('/api/v1/capsules', { data: document });
  expect(made.status(), await made.text()).toBe(201);
  return ((await made.json()) as { data: { id: string } }).data.id;
}

async function enterCode(page: Page, label: string, code: string): Promise<void> {
  await page.getByRole('textbox', { name: label }).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(code);
}

describe('a creator', () => {
  it('has a capsule written, watches the stages, changes a test, proves and publishes it', async ({
    visit,
  }) => {
    const page = await visit('/studio', { as: newPerson() });
    await page.getByRole('link', { name: 'Make one' }).click();
    await page.getByLabel('What should be practised?').fill('Find the longest word of a text');
    await page.getByRole('button', { name: 'Generate' }).click();
    await page.getByRole('list').getByText('Running the solution').waitFor();
    await page.getByRole('link', { name: 'Open in the studio' }).waitFor({ timeout: PROOF_MS });
    await page.getByText('The solution passes, each time').waitFor();
    await page.getByRole('link', { name: 'Open in the studio' }).click();
    await page.getByText('Proven', { exact: true }).first().waitFor();

    await page.getByRole('tab', { name: 'Tests' }).click();
    const hidden = page.getByRole('button', { name: /^Hidden: / });
    const before = await hidden.first().getAttribute('aria-pressed');
    await hidden.first().click();
    await page.getByText('Unsaved changes').waitFor();
    await page.getByRole('button', { name: 'Prove' }).click();
    await page.getByText('Saved, version 2').waitFor();
    await page.getByRole('status').filter({ hasText: '…' }).first().waitFor();
    await page.getByRole('button', { name: 'Cancel' }).waitFor({ state: 'detached', timeout: PROOF_MS });
    await page.getByText('Proven', { exact: true }).first().waitFor();
    expect(await hidden.first().getAttribute('aria-pressed')).not.toBe(before);
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Published.').waitFor();
    await page.getByRole('link', { name: 'View' }).click();
    await page.getByRole('button', { name: 'Submit' }).waitFor();
  });

  it('is shown what tests do not notice, and adds a test for it in one click', async ({ visit }) => {
    const page = await visit('/studio', { as: newPerson() });
    await page.goto(`/studio/c/${await create(page, WEAK)}`);
    await page.getByRole('button', { name: 'Prove' }).click();
    await page.getByText('What the tests don’t notice').waitFor({ timeout: PROOF_MS });
    await page.getByRole('figure').filter({ hasText: 'if value >= limit:' }).waitFor();
    await page.getByRole('button', { name: 'Add a test that finds it' }).click();
    await page.getByText('The test is added').waitFor();
    await page.getByRole('button', { name: 'Prove' }).click();
    await page.getByText('Saved, version 2').waitFor();
    await page.getByText(/The tests find (\d+) of \1 /).waitFor({ timeout: PROOF_MS });
    expect(await page.getByText('What the tests don’t notice').count()).toBe(0);
  });

  it('sees why a wrong solution fails, and that nothing unproven is published', async ({ visit }) => {
    const page = await visit('/studio', { as: newPerson(), failing: true });
    await page.goto(`/studio/c/${await create(page, PAIR)}`);
    await page.getByRole('tab', { name: 'Code' }).click();
    await enterCode(page, 'Reference solution', 'def pair_with_sum(prices, total):\n    return [7]\n');
    await page.getByRole('button', { name: 'Run solution' }).click();
    await page.getByText('Solution: 0 of 4 tests passed').waitFor();
    await page.getByText('Wrong answer').first().waitFor();
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('alert').filter({ hasText: /prove/i }).waitFor();
  });

  it('who edits in two tabs loses nothing: both states are shown, and both are kept', async ({ visit }) => {
    const page = await visit('/studio', { as: newPerson(), failing: true });
    const id = await create(page, PAIR);
    const other = await page.context().newPage();
    await Promise.all([page.goto(`/studio/c/${id}`), other.goto(`/studio/c/${id}`)]);
    await other.getByLabel('Title').fill('Of the other tab');
    await other.getByRole('button', { name: 'Save' }).click();
    await other.getByText('Saved, version 2').waitFor();
    await page.getByLabel('Title').fill('Of this tab');
    await page.keyboard.press('Control+s');
    const dialog = page.getByRole('dialog', { name: 'It was changed elsewhere' });
    await dialog.getByText('- ', { exact: false }).getByText('Of the other tab').waitFor();
    await dialog.getByText('Of this tab').waitFor();
    await dialog.getByRole('button', { name: 'Keep mine as the newest' }).click();
    await page.getByText('Saved, version 3').waitFor();
    await page.getByRole('tab', { name: 'Versions' }).click();
    await page.getByRole('button', { name: 'Compare with version 2' }).click();
    await page.getByText('+   "title": "Of this tab"').waitFor();
    await page.getByRole('button', { name: 'Restore version 2' }).click();
    await page.getByText('Version 2 is the newest again.').waitFor();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Of the other tab');
  });

  it('moves a test by the keyboard, and is asked before leaving it unsaved', async ({ visit }) => {
    const page = await visit('/studio', { as: newPerson() });
    await page.goto(`/studio/c/${await create(page, PAIR)}`);
    await page.getByRole('tab', { name: 'Tests' }).click();
    const names = page.getByRole('list', { name: 'Tests' }).getByRole('button', { name: /^Move / });
    await names.first().focus();
    await page.keyboard.press('Space');
    await page.waitForTimeout(200);
    await page.keyboard.press('ArrowDown');
    await page.waitForTimeout(200);
    await page.keyboard.press('Space');
    await page.getByText('Unsaved changes').waitFor();
    expect(await names.nth(1).getAttribute('aria-label')).toBe('Move two of four');
    let question = '';
    page.once('dialog', dialog => {
      question = dialog.message();
      void dialog.dismiss();
    });
    await page.getByRole('link', { name: 'Explore' }).first().click();
    expect(question).toContain('not saved');
    expect(new URL(page.url()).pathname).toContain('/studio/c/');
    page.on('dialog', dialog => void dialog.accept());
  });

  it('previews a statement as learners see it, and no script of it runs', async ({ visit }) => {
    const page = await visit(`/studio/c/${inject('capsuleIds').hostile}`);
    const preview = page.getByRole('region', { name: 'Preview' });
    await page
      .getByRole('textbox', { name: 'Statement' })
      .fill('A **bold** word <img src=x onerror="window.__xss=1">');
    await preview.locator('strong', { hasText: 'bold' }).waitFor();
    expect(await page.evaluate(() => (window as unknown as { __xss?: unknown }).__xss)).toBeUndefined();
    page.on('dialog', dialog => void dialog.accept());
  });
});
