import { describe, expect, inject } from 'vitest';
import { codeIn, editorOf, enterCode, it, openCapsule, outcomeOf, press, ready } from '../support/browser.ts';
import { pair } from '../support/capsules.ts';

describe('solving', () => {
  it('judges Python typed into the editor: wrong first, then right', async ({ visit }) => {
    const page = await openCapsule(visit, 'pair');
    expect(await press(page, 'Submit')).toBe('Wrong answer. 2 of 6 tests passed.');
    const failed = page.getByRole('listitem').filter({ hasText: 'two of four' });
    expect(await failed.locator('figure').allInnerTexts()).toEqual([
      expect.stringMatching(/^Input\s+pair_with_sum\(\[4, 11, 7, 9\], 16\)$/),
      expect.stringMatching(/^Expected\s+\[2, 3\]\s*$/),
      expect.stringMatching(/^Yours\s+\[\]\s*$/),
    ]);
    expect(await failed.locator('mark').allInnerTexts()).toEqual(['2, 3']);

    await editorOf(page).click();
    await page.keyboard.press('Control+a');
    // The editor indents after a colon, outdents after a return, and closes brackets.
    await page.keyboard.type('def pair_with_sum(prices, total):\nseen = {}\n');
    await page.keyboard.type('for position, price in enumerate(prices):\nif total - price in seen:\n');
    await page.keyboard.type('return [seen[total - price], position]\n');
    await page.keyboard.type('seen[price] = position\n');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('return []');
    expect(await codeIn(page)).toBe(pair.solution.trimEnd());
    expect(await press(page, 'Submit')).toBe('Accepted. 6 of 6 tests passed. Solved. Well done!');
  });

  it('runs visible tests only, and names hidden ones without what they check', async ({ visit }) => {
    const page = await openCapsule(visit, 'pair');
    expect(await press(page, 'Run')).toBe('Wrong answer. Visible tests: 1 of 3 tests passed.');
    expect(await page.locator('.test-name').allInnerTexts()).toEqual([
      'two of four',
      'the same price twice',
      'one article is not two',
    ]);
    await enterCode(page, pair.solution);
    expect(await press(page, 'Run')).toContain('Submit to run the hidden ones, too.');
    await page.getByRole('button', { name: 'Submit', exact: true }).click();
    await page.getByText('Solved. Well done!').waitFor();
    const hidden = page.locator('.tests > li').filter({ hasText: 'hidden' });
    expect(await hidden.count()).toBe(3);
    expect(await hidden.locator('figure, details').count()).toBe(0);
  });

  it('compares SQL results cell by cell, and shows the tables and their rows', async ({ visit }) => {
    const page = await openCapsule(visit, 'bikes');
    await enterCode(page, 'SELECT owner, id FROM bike WHERE id <> 2 ORDER BY owner');
    expect(await press(page, 'Run')).toMatch(/^Wrong answer\. Visible tests: 0 of 1 test passed\./);
    const yours = page.locator('figure').filter({ hasText: 'Yours · 2 rows' });
    expect(await yours.locator('td.differs').allInnerTexts()).toEqual(['1', '3']);
    await page.getByRole('tab', { name: 'Tables' }).click();
    await page.locator('.sql-table').first().waitFor();
    expect(await page.locator('.sql-table h2').allInnerTexts()).toEqual(['bike', 'job']);
    expect(await page.locator('.sql-table').last().innerText()).toContain('→ bike');
    await page.getByRole('button', { name: 'Show rows: bike' }).click();
    await page.getByRole('cell', { name: 'Tourer' }).waitFor();
    await enterCode(
      page,
      'SELECT b.owner, b.model FROM job AS j JOIN bike AS b ON b.id = j.bike_id WHERE j.closed_on IS NULL ORDER BY b.owner',
    );
    await page.getByRole('button', { name: 'Submit' }).click();
    await page.getByText('Accepted.').waitFor();
  });

  it('runs a program with input of one’s own', async ({ visit }) => {
    const page = await openCapsule(visit, 'lines');
    await enterCode(page, 'print(input()[::-1])');
    await page.getByRole('tab', { name: 'Input' }).click();
    await page.getByLabel('What the program reads (stdin)').fill('desserts\n');
    await page.getByRole('button', { name: 'Run with this input' }).click();
    expect(await outcomeOf(page)).toMatch(/^The program ended well after [\d.]+ ms\.$/);
    expect(await page.locator('.own-result figure').innerText()).toMatch(/^Output\s+stressed\s*$/);
  });

  it('lets one talk to a program while it runs', async ({ visit }) => {
    const page = await openCapsule(visit, 'lines');
    await enterCode(
      page,
      'name = input("Who? ")\nprint("Hello", name)\nprint("And", input())\nraise SystemExit(3)\n',
    );
    await page.getByRole('tab', { name: 'Console' }).click();
    await page.getByRole('button', { name: 'Start' }).click();
    const log = page.getByRole('log');
    await log.getByText('Who?').waitFor();
    await page.keyboard.type('Ada');
    await page.keyboard.press('Enter');
    await log.getByText('Hello Ada').waitFor();
    await page.keyboard.type('<b>Ben</b>');
    await page.keyboard.press('Enter');
    await page.getByText('The program ended (3).').waitFor();
    expect(await log.innerText()).toBe('Who? Ada\nHello Ada\n<b>Ben</b>\nAnd <b>Ben</b>\n');
    await enterCode(page, 'while True: pass');
    await page.getByRole('button', { name: 'Start' }).click();
    await page.getByText('The program runs.').waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('The program ended (SIGKILL).').waitFor();
  });

  it('marks the line of an error beside its number, and leads there', async ({ visit }) => {
    const page = await openCapsule(visit, 'pair');
    await enterCode(page, 'def pair_with_sum(prices, total):\n    x = 1\n    return x / 0\n');
    expect(await press(page, 'Run')).toMatch(/^Error while running\./);
    await page.locator('.error-gutter').waitFor();
    expect(await page.locator('.error-gutter').first().innerText()).toBe('3');
    await page.getByRole('button', { name: 'Go to line 3' }).first().click();
    await page.keyboard.type('#');
    expect((await codeIn(page)).split('\n')[2]).toMatch(/#/);
    expect(await page.locator('.error-gutter').count()).toBe(0);
  });

  it('climbs the ladder of hints, explains the error, and asks whether it helped', async ({ visit }) => {
    const page = await openCapsule(visit, 'pair');
    await enterCode(page, 'def pair_with_sum(prices, total):\n    return pices\n');
    await press(page, 'Submit');
    await page.getByRole('button', { name: 'Get a hint' }).click();
    await page.locator('.hint.nudge strong').getByText('second').waitFor();
    expect(await page.locator('.hint.explanation').innerText()).toMatch(/About the error\s+\S+/);
    await page.getByRole('button', { name: 'Yes' }).click();
    await page.getByText('Thank you.').waitFor();
    await page.getByRole('button', { name: 'Next hint' }).click();
    await page.locator('.hint.guide math').first().waitFor();
    await page.reload();
    await ready(page);
    await page.locator('.hint.guide').waitFor();
    expect(await page.locator('.hint').count()).toBe(2);
    expect(await page.getByText('One hint is left.').count()).toBe(1);
  });

  it('keeps what was typed over a reload; the starter comes back, and the code with it undone', async ({
    visit,
  }) => {
    const page = await openCapsule(visit, 'pair');
    const starter = await codeIn(page);
    await enterCode(page, '# half an idea');
    await page.reload();
    await ready(page);
    expect(await codeIn(page)).toBe('# half an idea');
    await page.getByRole('button', { name: 'Reset' }).click();
    expect(await codeIn(page)).toBe(starter);
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await codeIn(page)).toBe('# half an idea');
    await page.getByRole('button', { name: 'Reset' }).click();
    await page.reload();
    await ready(page);
    expect(await codeIn(page)).toBe(starter);
  });

  it('keeps the draft of somebody signed in for their other devices, and tells two tabs of each other', async ({
    visit,
  }) => {
    const cookie = inject('author');
    const first = await openCapsule(visit, 'lines', { cookie, failing: true });
    await enterCode(first, '# from the first');
    await first.getByText('Saved', { exact: true }).waitFor();
    const second = await openCapsule(visit, 'lines', { cookie });
    expect(await codeIn(second)).toBe('# from the first');
    await enterCode(second, '# from the second');
    await second.getByText('Saved', { exact: true }).waitFor();
    await enterCode(first, '# the first again');
    await first.getByText('newer code in another tab').waitFor();
    expect(await codeIn(first)).toBe('# the first again');
    await first.getByRole('button', { name: 'Use that' }).click();
    expect(await codeIn(first)).toBe('# from the second');
    await first.getByRole('button', { name: 'Undo' }).click();
    expect(await codeIn(first)).toBe('# the first again');
  });

  it('speaks German where it is asked to', async ({ visit }) => {
    const page = await openCapsule(visit, 'bikes', { query: '?lang=de' });
    expect(await press(page, 'Abgeben')).toBe('Falsche Antwort. 0 von 2 Tests bestanden.');
    expect(await page.locator('.player').getAttribute('lang')).toBe('de');
  });
});
