import { describe, expect, inject } from 'vitest';
import { it, newPerson } from './support/browser.ts';

describe('the account', () => {
  it('makes a key that works and ends it, exports, and deletes everything', async ({ visit }) => {
    const person = newPerson();
    const page = await visit('/account', { as: person, failing: true });
    await page.getByLabel('Name of a new key').fill('A script');
    await page.getByRole('button', { name: 'Make a key' }).click();
    const key = await page.getByRole('alert').locator('code').textContent();
    const ask = () =>
      fetch(`${inject('url')}/api/v1/capsules/mine`, { headers: { authorization: `Bearer ${key}` } });
    expect((await ask()).status).toBe(200);
    await page.getByRole('button', { name: 'End A script' }).click();
    await page.getByText('The key has ended.').waitFor();
    expect((await ask()).status).toBe(401);

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Export' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/jsonl|json/);

    await page.getByRole('button', { name: 'Delete the account' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete the account for good' });
    await dialog.getByLabel(`Type ${person.email}`).fill('somebody@else.example');
    await dialog.getByLabel('Password').fill('a-long-password');
    await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByLabel(`Type ${person.email}`).fill(person.email);
    await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByRole('link', { name: 'Start free' }).first().waitFor();
  });

  it('lets only those who run the installation administer it', async ({ visit }) => {
    const stranger = await visit('/admin', { as: newPerson(), failing: true });
    await stranger.getByText('There is nothing at this address').waitFor();
    await stranger.getByRole('button', { name: /^Menu of/ }).click();
    await stranger.getByRole('link', { name: 'Account and usage' }).waitFor();
    expect(await stranger.getByRole('link', { name: 'Administration' }).count()).toBe(0);
    const page = await visit('/studio');
    await page.getByRole('button', { name: /^Menu of/ }).click();
    await page.getByRole('link', { name: 'Administration' }).click();
    await page.getByRole('heading', { name: 'Administration', level: 1 }).waitFor();
    await page.getByLabel('tracking.sample_rate').fill('0.5');
    await page.getByLabel('tracking.sample_rate').blur();
    await page.getByText('tracking.sample_rate is set.').waitFor();
    await page.getByLabel('tracking.sample_rate').fill('1');
    await page.getByLabel('tracking.sample_rate').blur();
    await page.getByText('by author@devcapsules.example').waitFor();
  });

  it('tells what is up and what waits', async ({ visit }) => {
    const page = await visit('/admin');
    const now = page.getByRole('region', { name: 'Now' });
    await now.getByText('1 of 1 up').waitFor();
    await now.getByText('0 running, 0 waiting').waitFor();
  });

  it('tells what models cost, and lets the limit be set and taken back', async ({ visit }) => {
    const page = await visit('/admin');
    const budget = page.getByRole('region', { name: 'Budget' });
    await budget.getByText('As the configuration says.').waitFor();
    await budget.getByLabel('Dollars a day').fill('7.5');
    await budget.getByRole('button', { name: 'Set' }).click();
    await budget.getByText('of $7.50 today').waitFor();
    await budget.getByText('Set by author@devcapsules.example').waitFor();
    await budget.getByRole('button', { name: 'Back to $20.00' }).click();
    await budget.getByText('of $20.00 today').waitFor();
  });
});
