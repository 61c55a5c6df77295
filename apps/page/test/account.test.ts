import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { it, newEmail, openCapsule } from './support/browser.ts';

describe('accounts', () => {
  it('signs up, out and in again, refuses a wrong password, and returns to the capsule', async ({
    visit,
  }) => {
    const email = newEmail();
    const path = `/c/${inject('capsuleIds').bikes}`;
    const page = await openCapsule(visit, inject('capsuleIds').bikes, { anonymous: true, failing: true });
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByLabel('I am new here').check();
    await fill(page, email, 'short');
    await page.getByLabel('Your name').fill('Ada');
    await page.getByRole('button', { name: 'Create account' }).click();
    expect(
      await page.getByLabel('Password').evaluate((input: HTMLInputElement) => input.validity.tooShort),
    ).toBe(true);
    await fill(page, email, 'long enough');
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.waitForURL(url => url.pathname === path);
    await page.getByRole('navigation').getByText('Ada').waitFor();

    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('link', { name: 'Sign in' }).click();
    await fill(page, email, 'not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').getByText('E-mail or password is wrong.').waitFor();
    await fill(page, email, 'long enough');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('navigation').getByText('Ada').waitFor();
    expect(new URL(page.url()).pathname).toBe(path);
  });

  it('tells of an e-mail that is taken, and leads to no other site', async ({ visit }) => {
    const page = await visit('/sign-in?back=//evil.example/c/x', { anonymous: true, failing: true });
    const email = newEmail();
    const response = await fetch(`${inject('url')}/api/v1/auth/sign-up/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: 'long enough', name: 'First' }),
    });
    expect(response.status).toBe(201);
    await page.getByLabel('I am new here').check();
    await fill(page, email, 'long enough');
    await page.getByLabel('Your name').fill('Second');
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByText('There is an account with this e-mail already.').waitFor();
    await page.getByLabel('I am new here').uncheck();
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(url => url.pathname === '/');
    expect(new URL(page.url()).origin).toBe(inject('url'));
  });
});

async function fill(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
}
