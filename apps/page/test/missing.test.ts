import { describe, expect } from 'vitest';
import { it } from './support/browser.ts';

describe('what is not there', () => {
  it.for([
    ['/c/no-such-capsule', 'There is nothing here.'],
    ['/no/such/page', 'There is nothing at this address.'],
    ['/c/%E0%A4%A', 'There is nothing at this address.'],
  ])('says so at %s', async ([path = '', message = ''], { visit }) => {
    const page = await visit(path, { failing: true });
    await page.getByRole('heading', { level: 1, name: 'Not available' }).waitFor();
    await page.getByRole('alert').getByText(message).waitFor();
    expect(await page.title()).toBe('Not available · DevCapsules');
    await page.getByRole('link', { name: 'All capsules' }).click();
    await page.getByRole('heading', { name: 'Capsules' }).waitFor();
  });
});
