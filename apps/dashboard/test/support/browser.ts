import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { test as base, expect, inject } from 'vitest';
import { launchChromium } from '../../../../tools/lib/chromium.ts';
import { AUTHOR } from './stack.ts';

const TIMEOUT_MS = 15_000;
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface VisitOptions {
  as?: 'author' | 'nobody' | { name: string; email: string };
  /** The journey makes requests fail, which browsers report to the console. */
  failing?: boolean;
  width?: number;
  scripts?: boolean;
}
/** Opens a page in a browser profile of its own. */
export type Visit = (path: string, options?: VisitOptions) => Promise<Page>;

/**
 * Tests that drive Chromium. When one ends, its pages must have reported nothing: no exception, no error on the
 * console, no violation of the content security policy.
 */
export const it = base
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from here which fixtures this one needs.
  .extend('browser', { scope: 'worker' }, async ({}, { onCleanup }): Promise<Browser> => {
    const browser = await launchChromium();
    onCleanup(() => browser.close());
    return browser;
  })
  .extend('visit', async ({ browser, task }, { onCleanup }): Promise<Visit> => {
    const problems: string[] = [];
    const contexts: { close(): Promise<void> }[] = [];
    onCleanup(async () => {
      for (const context of contexts) await context.close();
      expect(problems, `what the browser reported in “${task.name}”`).toEqual([]);
    });
    return async (path, { as = 'author', failing, width = 1280, scripts = true } = {}) => {
      const baseURL = inject('url');
      const context = await browser.newContext({
        baseURL,
        viewport: { width, height: 850 },
        javaScriptEnabled: scripts,
        extraHTTPHeaders: comingFrom(),
        // Colours are judged when they have changed, not while they do.
        reducedMotion: 'reduce',
      });
      contexts.push(context);
      context.setDefaultTimeout(TIMEOUT_MS);
      if (as === 'author') {
        const session = { ...inject('session'), httpOnly: true, sameSite: 'Lax' as const };
        await context.addCookies([{ ...session, url: baseURL }]);
      } else if (as !== 'nobody') {
        const data = { ...as, password: AUTHOR.password };
        const answer = await context.request.post('/api/v1/auth/sign-up/email', { data });
        expect(answer.ok(), await answer.text()).toBe(true);
      }
      const page = await context.newPage();
      page.on('pageerror', error => problems.push(String(error)));
      page.on('console', message => {
        const expected = failing && message.text().startsWith('Failed to load resource');
        if (message.type() === 'error' && !expected)
          problems.push(`${message.text()} ${message.location().url}`);
      });
      await page.goto(path);
      return page;
    };
  });

/** Each visitor has an address of their own, as in life: an address has a small allowance of requests. */
function comingFrom(): Record<string, string> {
  const part = () => Math.floor(Math.random() * 254) + 1;
  return { 'cf-connecting-ip': `10.${part()}.${part()}.${part()}` };
}

/** One request of somebody without a browser. */
export function ask(url: string): Promise<Response> {
  return fetch(url, { headers: comingFrom() });
}

export function newPerson(): { name: string; email: string } {
  return { name: 'Nia New', email: `person-${crypto.randomUUID()}@devcapsules.example` };
}

/** Evaluated by the debugger, which the page's content security policy does not bind. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.evaluate(AXE);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // The new colours are on the screen a frame later.
    await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
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

/** Nothing may stick out to the side. */
export async function expectNoSideways(page: Page): Promise<void> {
  const { scrollWidth, clientWidth } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scrollWidth, clientWidth };
  });
  expect(scrollWidth, `${page.url()} is wider than its window`).toBeLessThanOrEqual(clientWidth);
}

export async function xssOf(page: Page): Promise<unknown> {
  return page.evaluate(() => (window as unknown as { __xss?: unknown }).__xss);
}
