import { gzipSync } from 'node:zlib';
import { describe, expect, inject } from 'vitest';
import { it } from './support/browser.ts';

/** What the first view of a page may load of scripts, in kB gz. */
const BUDGET_KB = 170;
const STUDIO_BUDGET_KB = 300;

const PAGES = ['/', '/studio/new', '/explore', '/courses', '/sign-in', '/sign-up', '/studio'];

describe('scripts of a first view', () => {
  it('stay within the budget', async ({ visit }) => {
    const page = await visit('/');
    const sizes: Record<string, number> = {};
    for (const path of [
      ...PAGES,
      `/c/${inject('capsuleIds').pair}`,
      `/studio/c/${inject('capsuleIds').pair}`,
    ]) {
      const html = await (await page.request.get(path)).text();
      sizes[path.replace(/[0-9a-f-]{36}/, 'ID')] = await scriptKb(html);
    }
    console.log('first-load scripts, kB gz:', sizes);
    for (const [path, kb] of Object.entries(sizes)) {
      expect(kb, path).toBeLessThanOrEqual(path.startsWith('/studio/c/') ? STUDIO_BUDGET_KB : BUDGET_KB);
    }
  });
});

/** All of Next's that the page names and a current browser loads. */
async function scriptKb(html: string): Promise<number> {
  const tags = html.match(/<script(?![^>]*noModule)[^>]*src="\/_next[^>]*>/gi) ?? [];
  const sources = new Set(tags.map(tag => /src="([^"]+)"/.exec(tag)?.[1] ?? ''));
  let bytes = 0;
  for (const source of sources) {
    const answer = await fetch(inject('url') + source);
    expect(answer.status, source).toBe(200);
    bytes += gzipSync(new Uint8Array(await answer.arrayBuffer()), { level: 9 }).length;
  }
  expect(sources.size).toBeGreaterThan(2);
  return Math.round(bytes / 100) / 10;
}
