import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { enterCode, openAllTests, press } from './support/actions.ts';
import { it, openCapsule } from './support/browser.ts';
import { PAIR_SOLVED } from './support/capsules.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('axe finds no violation, in light and in dark colours,', () => {
  it('in the list', async ({ visit }) => {
    const page = await visit('/');
    await page.getByText('5 of 5 capsules').waitFor();
    await expectAccessible(page);
  });

  it('in a Python capsule before, after a wrong and after a right answer', async ({ visit }) => {
    const page = await openCapsule(visit, inject('capsuleIds').pair);
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
    const page = await openCapsule(visit, inject('capsuleIds').bikes);
    await page.getByText('The tables and their rows').click();
    await enterCode(page, "SELECT id, NULL, 'text' FROM job WHERE id > 1 -- all");
    await press(page, 'Run');
    await expectAccessible(page);
  });

  it('in the forms and where nothing is', async ({ visit }) => {
    const page = await visit('/sign-in', { anonymous: true, failing: true });
    await page.getByLabel('I am new here').check();
    await expectAccessible(page);
    await page.goto('/nowhere');
    await page.getByRole('alert').waitFor();
    await expectAccessible(page);
  });
});

/** Evaluated by the debugger, which the page's content security policy does not bind. */
async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(AXE);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const violations = await page.evaluate(async () => {
      const axe = (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe;
      const results = await axe.run();
      return results.violations.map(({ id, nodes }) => ({
        id,
        nodes: nodes.map(({ html, failureSummary }) => `${html}: ${failureSummary}`),
      }));
    });
    expect(violations, `${page.url()} in ${colorScheme} colours`).toEqual([]);
  }
}
