import { afterAll, describe, expect, inject } from 'vitest';
import { codeIn, enterCode, press } from './support/actions.ts';
import { it, openCapsule } from './support/browser.ts';
import { PAIR_SOLVED } from './support/capsules.ts';

async function switchRunner(to: 'start' | 'stop'): Promise<void> {
  const response = await fetch(`${inject('runnerSwitch')}/${to}`, { method: 'POST' });
  expect(await response.text()).toBe('done');
}

describe('while something is down', () => {
  let stopped = false;
  afterAll(async () => {
    if (stopped) await switchRunner('start');
  });

  it('says that the runner is away, still runs SQL, and goes on without a reload', async ({ visit }) => {
    const python = await openCapsule(visit, inject('capsuleIds').pair, { failing: true });
    const sql = await openCapsule(visit, inject('capsuleIds').bikes);
    await enterCode(python, PAIR_SOLVED);
    stopped = true;
    await switchRunner('stop');
    expect(await press(python, 'Submit')).toMatch(
      /^Programs can’t be run right now\. SQL still can\. .*Your code is kept\.$/,
    );
    await enterCode(sql, 'SELECT 1');
    expect(await press(sql, 'Run')).toContain('Wrong answer');

    await switchRunner('start');
    stopped = false;
    await python.getByRole('button', { name: 'Submit' }).click();
    await python.getByText('Accepted: 6 of 6 tests passed.', { exact: true }).waitFor();
    expect(await codeIn(python)).toBe(PAIR_SOLVED);
  });

  it('says that it is offline, keeps the code, and goes on when it is back', async ({ visit }) => {
    const page = await openCapsule(visit, inject('capsuleIds').pair, { failing: true });
    await enterCode(page, PAIR_SOLVED);
    await page.context().setOffline(true);
    expect(await press(page, 'Submit')).toBe(
      'The server can’t be reached. Try again when you are online. Your code is kept.',
    );
    expect(await codeIn(page)).toBe(PAIR_SOLVED);
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Submit' }).click();
    await page.getByText('Accepted: 6 of 6 tests passed.', { exact: true }).waitFor();
  });
});
