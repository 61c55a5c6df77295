import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Frame, Locator, Page } from 'playwright-core';
import { test as base, expect, inject } from 'vitest';
import { launchChromium } from '../../../../tools/lib/chromium.ts';
import type { CapsuleName } from './capsules.ts';

const TIMEOUT_MS = 10_000;

interface VisitOptions {
  /** The journey makes requests fail, which browsers report to the console. */
  failing?: boolean;
  width?: number;
  cookie?: string;
  reducedMotion?: 'reduce';
  /** Shared with another page: two tabs of one person. */
  context?: BrowserContext;
  /** Called before anything is loaded. */
  prepare?: (page: Page) => unknown;
}
/** Opens an address in a browser profile of its own. */
export type Visit = (address: string, options?: VisitOptions) => Promise<Page>;

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
    const contexts: BrowserContext[] = [];
    onCleanup(async () => {
      for (const context of contexts) {
        await context.unrouteAll({ behavior: 'ignoreErrors' });
        await context.close();
      }
      expect(problems, `what the browser reported in “${task.name}”`).toEqual([]);
    });
    return async (
      address,
      { failing, width = 1200, cookie, reducedMotion, context: given, prepare } = {},
    ) => {
      const ip = someAddress();
      const isOurs = address.startsWith(inject('url'));
      const context =
        given ??
        (await browser.newContext({
          viewport: { width, height: 800 },
          locale: 'en',
          // An address of its own: the anonymous share a small allowance.
          ...(isOurs && { extraHTTPHeaders: { 'cf-connecting-ip': ip } }),
          ...(reducedMotion && { reducedMotion }),
        }));
      if (!given) contexts.push(context);
      context.setDefaultTimeout(TIMEOUT_MS);
      // A page of a host would have to ask for the header; on the way it can be added. It costs the browser's cache.
      if (!isOurs) {
        await context.route(`${inject('url')}/api/**`, route =>
          route.continue({ headers: { ...route.request().headers(), 'cf-connecting-ip': ip } }),
        );
      }
      if (cookie !== undefined) {
        const [name = '', value = ''] = cookie.split(/=(.*)/s);
        await context.addCookies([{ name, value, url: inject('url') }]);
      }
      const page = await context.newPage();
      page.on('pageerror', error => problems.push(String(error)));
      page.on('console', message => {
        const expected =
          failing && /^Failed to load resource|^Framing |ERR_INTERNET_DISCONNECTED/.test(message.text());
        if (message.type() === 'error' && !expected) problems.push(message.text());
      });
      await prepare?.(page);
      await page.goto(address);
      return page;
    };
  });

function someAddress(): string {
  return [10, ...crypto.getRandomValues(new Uint8Array(3))].join('.');
}

/** Opens a capsule in the page for frames and waits for its editor. */
export async function openCapsule(
  visit: Visit,
  name: CapsuleName,
  { query = '', ...options }: VisitOptions & { query?: string } = {},
): Promise<Page> {
  const page = await visit(`${inject('url')}/embed/${inject('capsuleIds')[name]}${query}`, options);
  await ready(page);
  return page;
}

export async function ready(page: Page | Frame): Promise<void> {
  await page.locator('.editor[data-ready]').waitFor();
  await page.locator('.tabs').waitFor();
}

export function editorOf(page: Page | Frame): Locator {
  return page.locator('.cm-content');
}

/** Replaces all code at once, as pasting does. */
export async function enterCode(page: Page, code: string, frame: Page | Frame = page): Promise<void> {
  await editorOf(frame).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(code);
}

export async function openAllTests(page: Page): Promise<void> {
  await page.locator('details').evaluateAll(all => {
    for (const details of all) if (details instanceof HTMLDetailsElement) details.open = true;
  });
}

/** The code as the editor shows it. */
export async function codeIn(page: Page | Frame): Promise<string> {
  return (await page.locator('.cm-line').allInnerTexts()).map(line => line.replace(/\n$/, '')).join('\n');
}

/** Presses a button and returns what came of it. */
export async function press(page: Page | Frame, name: string): Promise<string> {
  await page.getByRole('button', { name, exact: true }).click();
  return outcomeOf(page);
}

/** What is said of the last attempt, once there is something to say. */
export async function outcomeOf(page: Page | Frame): Promise<string> {
  return page.locator('.outcome-box:is(.good, .bad, .warn) .outcome-line').innerText();
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** No violation in light and in dark colours. Evaluated by the debugger, which the page's policy does not bind. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(AXE);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
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
