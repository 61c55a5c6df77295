import { gzipSync } from 'node:zlib';
import { describe, expect, inject } from 'vitest';
import { it, openCapsule } from './support/browser.ts';

const BUDGET_BYTES = 130_000;

describe('delivery', () => {
  it('loads at most 130 kB of script, gzipped, for a Python capsule', async ({ visit }) => {
    const bodies: Promise<Buffer>[] = [];
    await openCapsule(visit, inject('capsuleIds').pair, {
      prepare: page => {
        page.on('response', response => {
          if (new URL(response.url()).pathname.endsWith('.js')) bodies.push(response.body());
        });
      },
    });
    const sizes = (await Promise.all(bodies)).map(body => gzipSync(body, { level: 9 }).length);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    expect(sizes.length).toBeGreaterThan(1);
    expect(total).toBeLessThanOrEqual(BUDGET_BYTES);
  });

  it('lets browsers keep what has its content in its name, and ask for the rest', async () => {
    const html = await fetch(inject('url'));
    expect(html.headers.get('cache-control')).toContain('max-age=0');
    const [, script = ''] = /src="([^"]+main-[^"]+\.js)"/.exec(await html.text()) ?? [];
    const asset = await fetch(inject('url') + script);
    expect(asset.status).toBe(200);
    expect(asset.headers.get('cache-control')).toMatch(/max-age=(?!0)\d+/);
    expect(asset.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it.for([
    ['/', 200],
    ['/c/any-id', 200],
    ['/sign-in', 200],
    ['/no/such/page', 404],
    ['/assets/none.js', 404],
  ] as const)('answers %s with %i', async ([path, status]) => {
    const response = await fetch(inject('url') + path);
    await response.body?.cancel();
    expect(response.status).toBe(status);
  });
});
