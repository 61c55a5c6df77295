import { afterAll, describe, expect, inject } from 'vitest';
import { codeIn, enterCode, it, openCapsule, outcomeOf, press } from '../support/browser.ts';
import { clamp, pair } from '../support/capsules.ts';

async function switchRunner(to: 'start' | 'stop'): Promise<void> {
  const response = await fetch(`${inject('runnerSwitch')}/${to}`, { method: 'POST' });
  expect(await response.text()).toBe('done');
}

describe('when not all is well', () => {
  let stopped = false;
  afterAll(async () => {
    if (stopped) await switchRunner('start');
  });

  it('says that the runner is away, and goes on without a reload', async ({ visit }) => {
    const page = await openCapsule(visit, 'pair', { failing: true });
    await enterCode(page, pair.solution);
    stopped = true;
    await switchRunner('stop');
    expect(await press(page, 'Submit')).toBe('Programs can’t be run right now. Your code is kept.');
    await switchRunner('start');
    stopped = false;
    expect(await codeIn(page)).toBe(pair.solution);
    await expect
      .poll(async () => {
        const again = page.getByRole('button', { name: 'Try again' });
        if (await again.isVisible()) await again.click();
        return outcomeOf(page);
      })
      .toContain('6 of 6');
  });

  it('counts down when there were too many requests, and can be tried again', async ({ visit }) => {
    const page = await openCapsule(visit, 'bikes', { failing: true });
    const body = { success: false, error: { code: 'RATE_LIMITED', message: 'Too many.' }, requestId: 'x' };
    await page.route('**/run', route =>
      route.fulfill({ status: 429, json: body, headers: { 'retry-after': '42' } }),
    );
    expect(await press(page, 'Run')).toBe('Too many requests.');
    await page.getByText('Try again in 42 seconds.').waitFor();
    await page.getByText('Try again in 41 seconds.').waitFor();
    await page.unroute('**/run');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.outcome-box.bad').waitFor();
    expect(await outcomeOf(page)).toContain('Wrong answer');
  });

  it('says so when it takes long, and shows what comes then', async ({ visit }) => {
    const page = await openCapsule(visit, 'bikes');
    await page.route('**/run', async route => {
      await new Promise(resolve => setTimeout(resolve, 3_500));
      await route.continue();
    });
    await page.getByRole('button', { name: 'Run' }).click();
    await page.getByText('This takes longer than usual.').waitFor();
    expect(await outcomeOf(page)).toContain('Wrong answer');
  });

  it('says that it is offline, keeps the code, and goes on when it is back', async ({ visit }) => {
    const page = await openCapsule(visit, 'pair', { failing: true });
    await enterCode(page, pair.solution);
    await page.context().setOffline(true);
    await page.getByText('You are offline. Your code is kept on this device.').first().waitFor();
    expect(await codeIn(page)).toBe(pair.solution);
    await page.context().setOffline(false);
    expect(await press(page, 'Submit')).toContain('6 of 6');
  });

  it('has a plain field where the editor can’t be loaded', async ({ visit }) => {
    const page = await visit(`${inject('url')}/embed/${inject('capsuleIds').clamp}`, {
      failing: true,
      prepare: page => page.route('**/editor-*.js', route => route.abort()),
    });
    const field = page.getByRole('textbox', { name: 'Your JavaScript code' });
    await field.fill(clamp.solution);
    await page.locator('.tabs').waitFor();
    expect(await press(page, 'Submit')).toContain('Accepted. 3 of 3');
  });

  it('says when there is no such exercise', async ({ visit }) => {
    const page = await visit(`${inject('hostUrl')}/direct/pair?capsule=nothing`, {
      failing: true,
      prepare: page =>
        page.route(/\/capsules\/[^/]+$/, route => route.fulfill({ status: 404, json: NOT_FOUND })),
    });
    await page.getByText('This exercise is not available.').waitFor();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
  });
});

const NOT_FOUND = { success: false, error: { code: 'NOT_FOUND', message: 'Nothing.' }, requestId: 'x' };
