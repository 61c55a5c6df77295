import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { enterCode, openAllTests, press } from './support/actions.ts';
import { it, openCapsule } from './support/browser.ts';
import { PAIR_SOLVED } from './support/capsules.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.for(['light', 'dark'] as const)('axe finds no violation in %s colours', colorScheme => {
  it('in the list', async ({ visit }) => {
    const page = await visit('/', { colorScheme });
    await page.getByText('5 of 5 capsules').waitFor();
    await expectAccessible(page);
  });

  it('in a Python capsule before, after a wrong and after a right answer', async ({ visit }) => {
    const page = await openCapsule(visit, inject('capsuleIds').pair, { colorScheme });
    await expectAccessible(page);
    await press(page, 'Submit');
    await openAllTests(page);
    await expectAccessible(page);
    await enterCode(page, PAIR_SOLVED);
    await press(page, 'Submit');
    await page.getByText('Accepted: 6 of 6').waitFor();
    await expectAccessible(page);
  });

  it('in a SQL capsule with tables', async ({ visit }) => {
    const page = await openCapsule(visit, inject('capsuleIds').bikes, { colorScheme });
    await page.getByText('The tables and their rows').click();
    await enterCode(page, "SELECT id, NULL, 'text' FROM job WHERE id > 1 -- all");
    await press(page, 'Run');
    await expectAccessible(page);
  });

  it('in the forms and where nothing is', async ({ visit }) => {
    const signIn = await visit('/sign-in', { colorScheme, anonymous: true, failing: true });
    await signIn.getByLabel('I am new here').check();
    await expectAccessible(signIn);
    await signIn.goto('/nowhere');
    await signIn.getByRole('alert').waitFor();
    await expectAccessible(signIn);
  });
});

/** Evaluated by the debugger, which the page's content security policy does not bind. */
async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async () => {
    const axe = (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe;
    const results = await axe.run();
    return results.violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ html, failureSummary }) => `${html}: ${failureSummary}`),
    }));
  });
  expect(violations, page.url()).toEqual([]);
}
