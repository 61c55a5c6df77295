import { describe, expect } from 'vitest';
import { codeIn, enterCode, it, openCapsule, outcomeOf, press, ready } from '../support/browser.ts';
import { bikes, clamp } from '../support/capsules.ts';

describe('without a connection', () => {
  it('runs JavaScript in the browser, not graded, and submits when it is back', async ({ visit }) => {
    const page = await openCapsule(visit, 'clamp', { failing: true });
    const kept = page.waitForResponse(/offline-javascript\.js/);
    await enterCode(
      page,
      'function clamp(value, low, high) {\n  console.log("here");\n  return Math.max(low, value);\n}\n',
    );
    await kept;
    await page.context().setOffline(true);
    expect(await press(page, 'Run')).toBe('Ran in this browser: not graded. 2 of 2 tests passed.');
    expect(await page.locator('.tests').innerText()).toContain('below');
    await enterCode(page, 'function clamp(value) {\n  return value;\n}\n');
    await press(page, 'Run');
    await page.getByText('1 of 2 tests passed.').waitFor();
    await enterCode(page, 'function clamp() {\n  while (true);\n}\n');
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.getByText('Time limit exceeded').first().waitFor({ timeout: 15_000 });
    await enterCode(page, clamp.solution);
    expect(await press(page, 'Submit')).toBe('Your answer waits. It is graded when you are online again.');
    await page.context().setOffline(false);
    await page.getByText('Your waiting answer was sent.').waitFor();
    expect(await outcomeOf(page)).toBe('Accepted. Your waiting answer was sent. 3 of 3 tests passed.');
  });

  it('gives code in the browser no connection and no storage', async ({ visit }) => {
    const page = await openCapsule(visit, 'clamp', { failing: true });
    const kept = page.waitForResponse(/offline-javascript\.js/);
    await enterCode(
      page,
      'function clamp() {\n  return [typeof fetch, typeof XMLHttpRequest, typeof WebSocket, typeof indexedDB, typeof caches, typeof BroadcastChannel, typeof localStorage, typeof importScripts].join();\n}\n',
    );
    await kept;
    await page.context().setOffline(true);
    await press(page, 'Run');
    const answer = page.locator('figure').filter({ hasText: 'Yours' }).first();
    expect(await answer.innerText()).toContain(Array(8).fill('undefined').join());
  });

  it('runs SQL in the browser, ends what never ends, and goes on', async ({ visit }) => {
    const page = await openCapsule(visit, 'bikes', { failing: true });
    const kept = page.waitForResponse(/sqlite3\.wasm/);
    await enterCode(page, bikes.solution);
    await kept;
    await page.waitForTimeout(500);
    await page.context().setOffline(true);
    expect(await press(page, 'Run')).toBe('Ran in this browser: not graded.');
    expect(await page.locator('.results td').allInnerTexts()).toEqual(['Ada', 'Tourer', 'Cleo', 'NULL']);
    await enterCode(
      page,
      'WITH RECURSIVE r (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r',
    );
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.getByText('Time limit exceeded').waitFor();
    await enterCode(page, 'SELECT owner,\n  missing FROM bike');
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.getByText('no such column: missing', { exact: true }).waitFor();
    expect(await page.locator('.error-gutter').first().innerText()).toBe('2');
  });

  it('sends what waited once', async ({ visit }) => {
    const page = await openCapsule(visit, 'bikes', { failing: true });
    await enterCode(page, bikes.solution);
    await page.context().setOffline(true);
    await press(page, 'Submit');
    await page.context().setOffline(false);
    await page.getByText('Your waiting answer was sent.').waitFor();
    await page.reload();
    await ready(page);
    expect(await codeIn(page)).toBe(bikes.solution);
    expect(await page.getByText('Your waiting answer was sent.').count()).toBe(0);
  });
});
