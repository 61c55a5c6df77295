import { describe, inject } from 'vitest';
import { expectAccessible, expectNoSideways, it, newPerson } from './support/browser.ts';

const ANYBODYS = ['/', '/explore', '/explore?q=nothing-is-called-so', '/courses', '/nowhere'];
const NOBODYS = ['/sign-in', '/sign-up', '/forgot-password', '/reset-password', '/reset-password?token=x'];
const OWN = [
  '/studio',
  '/studio/new',
  '/studio?view=grid',
  '/studio?state=deleted',
  '/studio/analytics',
  '/studio/courses',
  '/account',
  '/admin',
];

describe('axe finds nothing in light and in dark, and nothing sticks out on a phone,', () => {
  it('on pages of anybody', async ({ visit }) => {
    const page = await visit('/', { failing: true, width: 390 });
    for (const path of [...ANYBODYS, `/c/${inject('capsuleIds').pair}`]) {
      await page.goto(path);
      await expectAccessible(page);
      await expectNoSideways(page);
    }
  });

  it('around signing in', async ({ visit }) => {
    const page = await visit('/sign-in', { as: 'nobody', width: 390 });
    for (const path of NOBODYS) {
      await page.goto(path);
      await expectAccessible(page);
      await expectNoSideways(page);
    }
  });

  it('on a creator’s own pages', async ({ visit }) => {
    const page = await visit('/studio', { width: 390 });
    for (const path of OWN) {
      await page.goto(path);
      await expectAccessible(page);
      await expectNoSideways(page);
    }
  });

  it('in each part of the studio', async ({ visit }) => {
    const page = await visit(`/studio/c/${inject('capsuleIds').pair}`, { width: 390 });
    for (const tab of [
      'Statement',
      'Code',
      'Tests',
      'Hints',
      'Wrong',
      'Judge',
      'Embed',
      'Files',
      'Versions',
    ]) {
      await page.getByRole('tab', { name: tab }).click();
      if (tab === 'Tests') await page.getByRole('button', { name: /two of four/, expanded: false }).click();
      await page.waitForTimeout(300);
      await expectAccessible(page);
      await expectNoSideways(page);
    }
  });

  it('on those of somebody who has nothing yet, and in the menu', async ({ visit }) => {
    const page = await visit('/studio', { as: newPerson() });
    await page.getByRole('heading', { name: 'Your first capsule' }).waitFor();
    await page.getByRole('button', { name: 'Menu of' }).click();
    await expectAccessible(page);
  });
});
