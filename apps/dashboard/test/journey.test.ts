import { describe, expect, inject } from 'vitest';
import { expectAccessible, expectNoSideways, it } from './support/browser.ts';
import { PAIR } from './support/capsules.ts';

const CRON = `/cdn-cgi/handler/scheduled?cron=${encodeURIComponent('*/15 * * * *')}`;

describe('a learner without an account', () => {
  it('goes from wrong over a hint to right, and the creator sees it after the cron', async ({ visit }) => {
    const page = await visit(`/c/${inject('capsuleIds').pair}`, { as: 'nobody' });
    await page.getByRole('button', { name: 'Submit' }).click();
    await page
      .getByText(/\d of 4 tests/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Get a hint' }).click();
    await page.getByText('What would you have to remember').waitFor();
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(PAIR.solution);
    await page.getByRole('button', { name: 'Submit' }).click();
    await page
      .getByText(/4 of 4/)
      .first()
      .waitFor();

    const creator = await visit('/studio/analytics', { width: 390 });
    const count = async () => {
      const answer = await fetch(inject('apiUrl') + CRON);
      expect(answer.status).toBe(200);
      await creator.goto(`/studio/analytics/${inject('capsuleIds').pair}`);
      return creator.getByText(/who opened it, 1 passed/).count();
    };
    // The events pass a queue first.
    await expect.poll(count, { timeout: 30_000, interval: 2_000 }).toBe(1);
    for (const path of [`/studio/analytics/${inject('capsuleIds').pair}`, '/studio/analytics']) {
      await creator.goto(path);
      for (const summary of await creator.getByText('As a table').all()) await summary.click();
      await expectAccessible(creator);
      await expectNoSideways(creator);
    }
    await creator.getByRole('link', { name: PAIR.title }).waitFor();
  });
});
