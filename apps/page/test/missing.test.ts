import { describe, expect } from 'vitest';
import { it } from './support/browser.ts';

const ADDRESSES = [
  { path: '/c/no-such-capsule', message: 'There is nothing here.' },
  { path: '/no/such/page', message: 'There is nothing at this address.' },
  { path: '/c/%E0%A4%A', message: 'There is nothing at this address.' },
];

describe('what is not there', () => {
  it('is said to be not available, and the way back to the list is shown', async ({ visit }) => {
    const page = await visit('/', { failing: true });
    for (const { path, message } of ADDRESSES) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1, name: 'Not available' }).waitFor();
      await page.getByRole('alert').getByText(message).waitFor();
      expect(await page.title()).toBe('Not available · DevCapsules');
    }
    await page.getByRole('link', { name: 'All capsules' }).click();
    await page.getByText('5 of 5 capsules').waitFor();
  });
});
