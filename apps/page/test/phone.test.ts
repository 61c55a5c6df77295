import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { enterCode, press } from './support/actions.ts';
import { it, openCapsule } from './support/browser.ts';

const PHONE = { width: 375 };
const LONG = `print("${'wide '.repeat(200)}")\nprint("${'w'.repeat(2000)}")`;

describe('on a phone', () => {
  it('nothing is wider than the screen', async ({ visit }) => {
    const list = await visit('/', PHONE);
    await list.getByText('5 of 5 capsules').waitFor();
    await expectFitting(list);
    const signIn = await visit('/sign-in', PHONE);
    await signIn.getByLabel('I am new here').check();
    await expectFitting(signIn);
    const program = await openCapsule(visit, inject('capsuleIds').line, PHONE);
    await enterCode(program, LONG);
    await press(program, 'Run');
    await program.getByText('Yours').waitFor();
    await expectFitting(program);
    const query = await openCapsule(visit, inject('capsuleIds').bikes, PHONE);
    await enterCode(query, `SELECT ${Array.from({ length: 30 }, (_, i) => `'value' AS column_${i}`).join()}`);
    await press(query, 'Run');
    await query.getByText('Yours').waitFor();
    await expectFitting(query);
    await query.getByText('The tables and their rows').click();
    await expectFitting(query);
    const hostile = await openCapsule(visit, inject('capsuleIds').hostileProgram, PHONE);
    await expectFitting(hostile);
  });
});

async function expectFitting(page: Page): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, page.url()).toBeLessThanOrEqual(PHONE.width);
}
