import { describe, expect } from 'vitest';
import { it, newPerson } from './support/browser.ts';
import { PAIR } from './support/capsules.ts';

describe('a creator’s capsules', () => {
  it('are changed together, say why one can’t be, and come back when that is undone', async ({ visit }) => {
    const page = await visit('/studio', { as: newPerson(), failing: true });
    for (const title of ['First', 'Second']) {
      const made = await page.request.post('/api/v1/capsules', { data: { ...PAIR, title } });
      expect(made.status()).toBe(201);
    }
    await page.reload();
    await page.getByText('2 capsules').waitFor();
    await page.getByLabel('Choose all').check();
    const bar = page.getByRole('toolbar', { name: 'Chosen capsules' });
    await bar.getByRole('button', { name: 'publish', exact: true }).click();
    await page.getByText('2 capsules not published').waitFor();

    await page.getByLabel('Choose Second').check();
    await bar.getByRole('button', { name: 'delete' }).click();
    await page.getByText('1 capsule deleted.').waitFor();
    await page.getByRole('link', { name: 'Second' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('1 capsule restored.').waitFor();
    await page.getByRole('link', { name: 'Second' }).waitFor();

    await page.getByRole('link', { name: 'Grid' }).click();
    await page.getByLabel('Choose First').check();
    await bar.getByRole('button', { name: 'delete' }).click();
    await page.getByText('1 capsule deleted.').waitFor();
    await page.goto('/studio?state=deleted');
    await page.getByLabel('Choose First').check();
    await bar.getByRole('button', { name: 'restore' }).click();
    await page.getByText('1 capsule restored.').waitFor();
  });
});
