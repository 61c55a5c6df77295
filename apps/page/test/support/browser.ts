import type { Browser, Page } from 'playwright-core';
import { test as base, expect, inject } from 'vitest';
import { launchChromium } from '../../../../tools/lib/chromium.ts';
import { editorOf } from './actions.ts';

const TIMEOUT_MS = 10_000;

interface VisitOptions {
  /** Anonymous visitors share a small allowance of requests: only tests about accounts are. */
  anonymous?: boolean;
  /** The journey makes requests fail, which browsers report to the console. */
  failing?: boolean;
  width?: number;
  /** Called before anything is loaded. */
  prepare?: (page: Page) => Promise<void> | void;
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
    return async (path, { anonymous, failing, width = 1200, prepare } = {}) => {
      const context = await browser.newContext({
        baseURL: inject('url'),
        viewport: { width, height: 800 },
      });
      contexts.push(context);
      context.setDefaultTimeout(TIMEOUT_MS);
      if (!anonymous) await context.addCookies([{ ...inject('session'), url: inject('url') }]);
      const page = await context.newPage();
      page.on('pageerror', error => problems.push(String(error)));
      page.on('console', message => {
        const expected = failing && message.text().startsWith('Failed to load resource');
        if (message.type() === 'error' && !expected) problems.push(message.text());
      });
      await prepare?.(page);
      await page.goto(path);
      return page;
    };
  });

export function newEmail(): string {
  return `learner-${crypto.randomUUID()}@devcapsules.example`;
}

/** Opens a capsule and waits until its editor can be typed into. */
export async function openCapsule(visit: Visit, id: string, options?: VisitOptions): Promise<Page> {
  const page = await visit(`/c/${id}`, options);
  await editorOf(page).waitFor();
  return page;
}
