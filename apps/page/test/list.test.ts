import { describe, expect, inject } from 'vitest';
import { it } from './support/browser.ts';

describe('the list', () => {
  it('shows every published capsule and leads to it', async ({ visit }) => {
    const page = await visit('/', { anonymous: true });
    await page.getByText('5 of 5 capsules').waitFor();
    expect(await page.getByRole('listitem').count()).toBe(5);
    await page.getByRole('link', { name: 'Pair with a sum' }).click();
    await page.getByRole('heading', { level: 1, name: 'Pair with a sum' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/c/${inject('capsuleIds').pair}`);
    expect(await page.title()).toBe('Pair with a sum · DevCapsules');
  });

  it('filters by language and difficulty, in the address too, and the focus stays', async ({ visit }) => {
    const page = await visit('/');
    await page.getByText('5 of 5 capsules').waitFor();
    await page.getByLabel('Language').focus();
    await page.getByLabel('Language').selectOption('Python');
    await page.getByText('3 of 3 capsules').waitFor();
    expect(await page.getByLabel('Language').evaluate(element => element === document.activeElement)).toBe(
      true,
    );
    await page.getByLabel('Difficulty').selectOption('Easy');
    await page.getByText('1 of 1 capsule').waitFor();
    expect(await page.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringContaining('Pair with a sum'),
    ]);

    await page.reload();
    await page.getByText('1 of 1 capsule').waitFor();
    expect(await page.getByLabel('Difficulty').inputValue()).toBe('EASY');
    await page.goBack();
    await page.getByText('3 of 3 capsules').waitFor();
    expect(await page.getByLabel('Difficulty').inputValue()).toBe('');
  });

  it('says so when nothing fits, and takes an unknown filter for none', async ({ visit }) => {
    const page = await visit('/?language=java');
    await page.getByText('No capsule fits these filters.').waitFor();
    await page.goto('/?language=cobol&limit=1&difficulty=EASY');
    await page.getByText('2 of 2 capsules').waitFor();
  });
});
