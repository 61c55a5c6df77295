import { describe, expect, inject } from 'vitest';
import { it, newPerson } from './support/browser.ts';

const PASSWORD = 'another-long-password';

describe('somebody new', () => {
  it('signs up, is asked for what is missing, signs out, and comes back to where they wanted', async ({
    visit,
  }) => {
    const { name, email } = newPerson();
    const page = await visit('/studio?state=draft', { as: 'nobody', failing: true });
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.getByRole('link', { name: 'Create an account' }).click();
    await page.getByLabel('Name').fill(name);
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill('short');
    await page.getByRole('button', { name: 'Create the account' }).click();
    expect(await page.getByLabel('Password').evaluate(input => input.matches(':invalid'))).toBe(true);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Create the account' }).click();
    await page.getByRole('heading', { name: 'Your capsules' }).waitFor();
    expect(new URL(page.url()).search).toBe('?state=draft');

    // The menu opens without scripts; what is in it works as soon as they have come.
    await page.waitForLoadState('networkidle');
    await page.getByRole('button', { name: `Menu of ${name}` }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('link', { name: 'Start free' }).first().waitFor();
    await page.goto('/sign-in');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill('a wrong password');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('alert').filter({ hasText: /\w/ }).waitFor();
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { name: 'Your capsules' }).waitFor();
  });

  it('sets a new password by the link of the mail, and verifies the address by another', async ({
    visit,
  }) => {
    const person = newPerson();
    const page = await visit('/', { as: person });
    const mails = async (kind: string) => {
      const answer = await page.request.get(`${inject('url')}/api/v1/outbox`);
      const { data } = (await answer.json()) as {
        data: { recipient: string; kind: string; text: string }[];
      };
      const mail = data.find(one => one.recipient === person.email && one.kind === kind);
      return /https?:\S+/.exec(mail?.text ?? '')?.[0];
    };
    await expect.poll(() => mails('verify'), { timeout: 10_000 }).toBeDefined();
    await page.goto((await mails('verify')) ?? '');
    await page.getByText('Your address is verified').waitFor();

    await page.context().clearCookies();
    await page.goto('/forgot-password');
    await page.getByLabel('E-mail').fill(person.email);
    await page.getByRole('button', { name: 'Mail me a link' }).click();
    await page.getByText('a mail is on its way').waitFor();
    await expect.poll(() => mails('reset'), { timeout: 10_000 }).toBeDefined();
    await page.goto((await mails('reset')) ?? '');
    await page.getByLabel('New password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Set it' }).click();
    await page.getByText('Your new password is set').waitFor();
    await page.getByRole('link', { name: 'Sign in', exact: true }).last().click();
    await page.getByLabel('E-mail').fill(person.email);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { name: 'Your capsules' }).waitFor();
  });
});

describe('the theme', () => {
  it('that was chosen is there from the first byte of the next page', async ({ visit }) => {
    const page = await visit('/explore');
    await page.getByRole('button', { name: 'Menu of' }).click();
    await page.getByLabel('Dark').check({ force: true });
    const html = await (await page.request.get(`${inject('url')}/explore`)).text();
    expect(html).toContain('data-theme="dark"');
  });
});
