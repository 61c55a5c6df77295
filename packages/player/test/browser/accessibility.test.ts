import { describe, expect } from 'vitest';
import {
  codeIn,
  editorOf,
  enterCode,
  expectAccessible,
  it,
  openAllTests,
  openCapsule,
  press,
} from '../support/browser.ts';
import { pair } from '../support/capsules.ts';

const MAX_TABS = 20;

describe.each([1200, 390])('axe finds no violation, in light and dark colours, %s pixels wide,', width => {
  it('before, after a wrong and after a right answer, and with hints', async ({ visit }) => {
    const page = await openCapsule(visit, 'pair', { width });
    await expectAccessible(page);
    await press(page, 'Submit');
    await openAllTests(page);
    await page.getByRole('button', { name: 'Get a hint' }).click();
    await page.locator('.hint').first().waitFor();
    await expectAccessible(page);
    await enterCode(page, pair.solution);
    await press(page, 'Submit');
    await page.getByText('Well done!').waitFor();
    await expectAccessible(page);
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(tooWide).toBe(false);
  });

  it('with tables, errors and notices', async ({ visit }) => {
    const page = await openCapsule(visit, 'bikes', { width });
    await enterCode(page, 'SELECT id, model, NULL, 7 FROM bike');
    await press(page, 'Run');
    await expectAccessible(page);
    await page.getByRole('tab', { name: 'Tables' }).click();
    await page.getByRole('button', { name: 'Show rows: bike' }).click();
    await page.getByRole('cell', { name: 'Tourer' }).waitFor();
    await page.getByRole('button', { name: 'Reset' }).click();
    await page.getByRole('button', { name: 'Share' }).click();
    await expectAccessible(page);
    const python = await openCapsule(visit, 'lines', { width });
    await enterCode(python, 'print(1/0)');
    await press(python, 'Run');
    await python.locator('.error-gutter').waitFor();
    await expectAccessible(python);
    await python.getByRole('tab', { name: 'Input' }).click();
    await expectAccessible(python);
  });

  it('while a program waits for input, when one has to wait, and where there is nothing', async ({
    visit,
  }) => {
    const page = await openCapsule(visit, 'lines', { width, failing: true });
    await page.getByRole('tab', { name: 'Console' }).click();
    await page.getByRole('button', { name: 'Start' }).click();
    await page.getByText('The program runs.').waitFor();
    await expectAccessible(page);
    const body = { success: false, error: { code: 'RATE_LIMITED', message: 'Wait.' }, requestId: 'x' };
    const refuse = { status: 429, json: body, headers: { 'retry-after': '600' } };
    await page.route('**/run', route => route.fulfill(refuse));
    await press(page, 'Run');
    await page.context().setOffline(true);
    await page.getByText('You are offline.').first().waitFor();
    await expectAccessible(page);
    await page.context().setOffline(false);
    await page.route(/\/api\/v1\/capsules\/[^/]+$/, route => route.fulfill(refuse));
    await page.reload();
    await page.getByRole('alert').waitFor();
    await expectAccessible(page);
  });
});

describe('without a mouse', () => {
  it('reaches the editor, types, leaves by Escape and Tab, and runs', async ({ visit }) => {
    const page = await openCapsule(visit, 'pair');
    for (let tabs = 0; tabs < MAX_TABS && (await focused(page)) !== 'Your Python code'; tabs++) {
      await page.keyboard.press('Tab');
    }
    expect(await focused(page)).toBe('Your Python code');
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(pair.solution);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Your Python code');
    expect(await codeIn(page)).toMatch(/ {4}return \[\]\n {4}$/);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Run');
    await page.keyboard.press('Enter');
    await page.getByText('Visible tests: 3 of 3').waitFor();
    expect(await focused(page)).toBe('Run');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.getByText('6 of 6').waitFor();
  });

  it('runs and submits by keys, in the editor and outside, and changes nothing by it', async ({ visit }) => {
    const page = await openCapsule(visit, 'pair');
    const before = await codeIn(page);
    await editorOf(page).focus();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Visible tests: 1 of 3').waitFor();
    await page.keyboard.press('Control+Shift+Enter');
    await page.getByText('2 of 6').waitFor();
    expect(await codeIn(page)).toBe(before);
    await page.getByRole('tab', { name: 'Tests' }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toBe('Input');
    await page.getByLabel('What the program reads').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Visible tests: 1 of 3').waitFor();
  });

  it('moves nothing for those who want it so', async ({ visit }) => {
    const page = await openCapsule(visit, 'bikes', { reducedMotion: 'reduce' });
    await page.route('**/run', () => undefined);
    await page.getByRole('button', { name: 'Run' }).click();
    const animation = await page
      .locator('.spinner')
      .evaluate(spinner => getComputedStyle(spinner).animationName);
    expect(animation).toBe('none');
  });

  it('is laid out the other way where that is how one reads', async ({ visit }) => {
    const page = await openCapsule(visit, 'pair');
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    const sides = await page.evaluate(() => {
      const root = document.querySelector('dev-capsule')?.shadowRoot;
      return ['.reading', '.bench', '.cm-gutters'].map(
        part => root?.querySelector(part)?.getBoundingClientRect().left,
      );
    });
    const [reading = 0, bench = 0, gutters = 0] = sides;
    expect(reading).toBeGreaterThan(bench);
    // Code is read from the left everywhere.
    expect(gutters - bench).toBeLessThan(100);
  });
});

function focused(page: Parameters<typeof codeIn>[0]): Promise<string | null> {
  return page.evaluate(() => {
    const element = document.querySelector('dev-capsule')?.shadowRoot?.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent ?? null;
  });
}
