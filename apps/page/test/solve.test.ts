import { describe, expect, inject } from 'vitest';
import { codeIn, editorOf, enterCode, outcomeOf, press } from './support/actions.ts';
import { it, openCapsule } from './support/browser.ts';
import { PAIR_SOLVED } from './support/capsules.ts';

describe('solving', () => {
  it('judges Python typed into the editor: wrong first, then right', async ({ visit }) => {
    const page = await openCapsule(visit, inject('capsuleIds').pair);
    expect(await press(page, 'Submit')).toBe('Wrong answer: 2 of 6 tests passed.');
    const failed = page.getByRole('listitem').filter({ hasText: 'two of four' });
    expect(await failed.locator('figure').allInnerTexts()).toEqual([
      expect.stringMatching(/^Input\s+pair_with_sum\(\[4, 11, 7, 9\], 16\)$/),
      expect.stringMatching(/^Expected\s+\[2, 3\]$/),
      expect.stringMatching(/^Yours\s+\[\]$/),
    ]);

    await editorOf(page).click();
    await page.keyboard.press('Control+a');
    // The editor indents after a colon, outdents after a return, and closes brackets.
    await page.keyboard.type('def pair_with_sum(prices, total):\nseen = {}\n');
    await page.keyboard.type('for position, price in enumerate(prices):\nif total - price in seen:\n');
    await page.keyboard.type('return [seen[total - price], position]\n');
    await page.keyboard.type('seen[price] = position\n');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('return []');
    expect(await codeIn(page)).toBe(PAIR_SOLVED.trimEnd());
    expect(await press(page, 'Submit')).toBe('Accepted: 6 of 6 tests passed.');
  });

  it('judges SQL and shows result sets as tables: wrong first, then right', async ({ visit }) => {
    const page = await openCapsule(visit, inject('capsuleIds').bikes);
    await enterCode(page, 'SELECT opened_on, NULL AS owner, 3.5 AS model FROM job WHERE id < 3');
    expect(await press(page, 'Run')).toMatch(/^Visible tests\. Wrong answer: 0 of \d+ tests? passed\.$/);
    const yours = page.locator('figure').filter({ hasText: 'Yours (2 rows)' }).getByRole('table');
    expect(await yours.getByRole('columnheader').allInnerTexts()).toEqual(['opened_on', 'owner', 'model']);
    expect(await yours.getByRole('row').nth(1).getByRole('cell').allInnerTexts()).toEqual([
      '2026-03-02',
      'NULL',
      '3.5',
    ]);
    const expected = page.locator('figure').filter({ hasText: 'Expected' }).getByRole('table');
    expect(await expected.first().getByRole('row').count()).toBeGreaterThan(1);

    await enterCode(
      page,
      `SELECT j.opened_on, b.owner, b.model FROM job AS j JOIN bike AS b ON b.id = j.bike_id
       WHERE j.closed_on IS NULL ORDER BY j.opened_on, b.owner`,
    );
    expect(await press(page, 'Submit')).toMatch(/^Accepted: (\d+) of \1 tests passed\.$/);
  });

  it('judges a program by what it prints', async ({ visit }) => {
    const page = await openCapsule(visit, inject('capsuleIds').line);
    await enterCode(page, 'print(eval(input().replace(" ", "+")))\nprint("done")');
    expect(await press(page, 'Run')).toBe('Visible tests. Wrong answer: 0 of 1 test passed.');
    await page.locator('figure').filter({ hasText: 'Yours' }).getByText('done').waitFor();
    await enterCode(page, 'print(eval(input().replace(" ", "+")))');
    expect(await press(page, 'Submit')).toBe('Accepted: 2 of 2 tests passed.');
  });

  it('shows the traceback of a syntax error, at the line as it was typed', async ({ visit }) => {
    const page = await openCapsule(visit, inject('capsuleIds').pair);
    await enterCode(page, 'def pair_with_sum(prices, total):\n    return [[\n');
    expect(await press(page, 'Run')).toBe('Visible tests. Error while running: 0 of 3 tests passed.');
    const errors = await page.locator('figure').filter({ hasText: 'Errors' }).first().textContent();
    expect(errors).toContain('line 2');
    expect(errors).toContain('SyntaxError: ');
  });

  it('runs visible tests only, and names hidden ones without what they check', async ({ visit }) => {
    const page = await openCapsule(visit, inject('capsuleIds').pair);
    expect(await press(page, 'Run')).toBe('Visible tests. Wrong answer: 1 of 3 tests passed.');
    const tests = page.locator('.tests').getByRole('listitem');
    expect(await tests.locator('.test-name').allInnerTexts()).toEqual([
      'two of four',
      'the same price twice',
      'one article is not two',
    ]);
    await enterCode(page, PAIR_SOLVED);
    expect(await press(page, 'Run')).toContain('Submit to run the hidden ones too.');
    expect(await press(page, 'Submit')).toBe('Accepted: 6 of 6 tests passed.');
    const hidden = tests.filter({ hasText: 'hidden' });
    expect(await hidden.allInnerTexts()).toEqual(
      ['first and last', 'refunds', 'nothing fits'].map(name =>
        expect.stringMatching(new RegExp(`^✓\\s+${name}\\s+hidden\\s+Accepted · [\\d.]+ ms$`)),
      ),
    );
    expect(await hidden.locator('figure, details').count()).toBe(0);
  });

  it('keeps a draft over a reload, and Reset puts the starter back', async ({ visit }) => {
    const page = await openCapsule(visit, inject('capsuleIds').pair);
    const starter = await codeIn(page);
    await enterCode(page, '# half an idea');
    await page.reload();
    await editorOf(page).waitFor();
    expect(await codeIn(page)).toBe('# half an idea');

    page.once('dialog', dialog => void dialog.dismiss());
    await page.getByRole('button', { name: 'Reset' }).click();
    expect(await codeIn(page)).toBe('# half an idea');
    page.once('dialog', dialog => void dialog.accept());
    await page.getByRole('button', { name: 'Reset' }).click();
    expect(await outcomeOf(page)).toBe('The starter is back.');
    expect(await codeIn(page)).toBe(starter);
    await page.reload();
    await editorOf(page).waitFor();
    expect(await codeIn(page)).toBe(starter);
  });
});
