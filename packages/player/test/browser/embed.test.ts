import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Frame, type Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { CHROMIUM } from '../../../../tools/lib/chromium.ts';
import { codeIn, enterCode, it, press, ready } from '../support/browser.ts';
import { pair } from '../support/capsules.ts';

async function frameOf(page: Page): Promise<Frame> {
  const element = await page.locator('iframe').elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('There is no frame.');
  return frame;
}

const told = (page: Page) =>
  page.evaluate(() => (window as unknown as { told: [string, Record<string, unknown>][] }).told);

describe('on a page of another origin', () => {
  it('is one tag: as high as it needs to be, solvable without cookies, and tells what happens', async ({
    visit,
  }) => {
    const page = await visit(`${inject('hostUrl')}/pair?lang=de&theme=dark`);
    const frame = await frameOf(page);
    await ready(frame);
    expect(await frame.locator('dev-capsule').getAttribute('theme')).toBe('dark');
    const heights = () =>
      page.evaluate(() => {
        const element = document.querySelector('iframe');
        return element?.getBoundingClientRect().height ?? 0;
      });
    await expect
      .poll(heights)
      .toBe(await frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height)));
    const before = await heights();
    expect(await press(frame, 'Abgeben')).toContain('2 von 6');
    await expect.poll(heights).toBeGreaterThan(before);
    await enterCode(page, pair.solution, frame);
    await frame.getByRole('button', { name: 'Abgeben' }).click();
    await frame.getByText('6 von 6').waitFor();
    const id = inject('capsuleIds').pair;
    await expect
      .poll(() => told(page))
      .toEqual([
        ['ready', { capsuleId: id, title: pair.title }],
        ['run', { capsuleId: id, kind: 'submit', verdict: 'wrong_answer', passed: 2, total: 6 }],
        ['run', { capsuleId: id, kind: 'submit', verdict: 'accepted', passed: 6, total: 6 }],
        ['pass', { capsuleId: id, passed: 6, total: 6 }],
      ]);
    expect(await page.context().cookies()).toEqual([]);
  });

  it('is found again by the token that the frame keeps for itself, where the browser lets it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'devcapsules-profile-'));
    // Private windows keep nothing for frames of other sites, nor do windows where third parties are blocked.
    mkdirSync(join(folder, 'Default'));
    const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };
    writeFileSync(join(folder, 'Default/Preferences'), JSON.stringify(preferences));
    const context = await chromium.launchPersistentContext(folder, CHROMIUM);
    try {
      const page = await context.newPage();
      await page.goto(`${inject('hostUrl')}/bikes`);
      const frame = await frameOf(page);
      await ready(frame);
      await enterCode(page, 'SELECT 1 AS mine', frame);
      await press(frame, 'Run');
      expect(await frame.evaluate(() => localStorage.getItem('devcapsules:learner'))).toMatch(/^dcl1\./);
      await page.reload();
      const again = await frameOf(page);
      await ready(again);
      expect(await codeIn(again)).toBe('SELECT 1 AS mine');
    } finally {
      await context.close();
      rmSync(folder, { recursive: true });
    }
  });

  it('believes nobody but the frame', async ({ visit }) => {
    const page = await visit(`${inject('hostUrl')}/bikes`);
    await ready(await frameOf(page));
    await page.evaluate(() => {
      const source = 'devcapsules';
      postMessage({ source, kind: 'height', heightPx: 7 }, '*');
      postMessage({ source, kind: 'event', name: 'pass', detail: { capsuleId: 'x' } }, '*');
    });
    await page.waitForTimeout(200);
    expect(await page.evaluate(() => document.querySelector('iframe')?.style.height)).not.toBe('7px');
    expect((await told(page)).map(([name]) => name)).not.toContain('pass');
  });

  it('works in a plain frame, and as the element itself', async ({ visit }) => {
    const framed = await visit(`${inject('hostUrl')}/frame/bikes`);
    const frame = await frameOf(framed);
    await ready(frame);
    expect(await press(frame, 'Run')).toContain('Wrong answer');
    const direct = await visit(`${inject('hostUrl')}/direct/bikes`);
    await ready(direct);
    expect(await press(direct, 'Run')).toContain('Wrong answer');
    expect((await told(direct)).map(([name]) => name)).toEqual(['ready', 'run']);
  });

  it('takes its colours from the page, whatever the page calls them', async ({ visit }) => {
    const page = await visit(`${inject('hostUrl')}/direct/bikes`);
    await ready(page);
    await page.addStyleTag({
      content: ':root { --accent: #0a7d5a } dev-capsule { --dc-accent: var(--accent); --dc-radius: 0 }',
    });
    const submit = page.getByRole('button', { name: 'Submit' });
    const background = () => submit.evaluate(button => getComputedStyle(button).backgroundColor);
    await expect.poll(background).toBe('rgb(10, 125, 90)');
  });

  it('is shown by the origins that the author allows, and by no other', async ({ visit }) => {
    const path = `${inject('url')}/api/v1/capsules/${inject('capsuleIds').clamp}/embedding`;
    const allow = async (allowedOrigins: string[]) => {
      const response = await fetch(path, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', cookie: inject('author') },
        body: JSON.stringify({ allowedOrigins }),
      });
      expect(response.status).toBe(200);
    };
    await allow(['https://school.example']);
    const refused: string[] = [];
    const page = await visit('about:blank', {
      failing: true,
      prepare: page => {
        page.on('requestfailed', request => refused.push(request.failure()?.errorText ?? ''));
      },
    });
    await page.goto(`${inject('hostUrl')}/frame/clamp`).catch(() => undefined);
    await expect.poll(() => refused).toContain('net::ERR_BLOCKED_BY_RESPONSE');
    await allow([inject('hostUrl')]);
    const allowed = await visit(`${inject('hostUrl')}/frame/clamp`);
    await ready(await frameOf(allowed));
    await allow([]);
  });
});

describe('oEmbed', () => {
  const ask = (query: string) => fetch(`${inject('url')}/oembed?${query}`);
  const page = () => encodeURIComponent(`${inject('url')}/c/${inject('capsuleIds').hostileQuery}`);

  it('describes a capsule in JSON and XML, no larger than there is room for', async () => {
    const json = await ask(`url=${page()}&maxwidth=500&maxheight=300`);
    expect(json.headers.get('access-control-allow-origin')).toBe('*');
    const described = await json.json();
    expect(described).toMatchObject({ version: '1.0', type: 'rich', width: 500, height: 300 });
    expect(described.html).toMatch(
      /^<iframe src="http[^"]+\/embed\/[\w-]+" width="500" height="300" title="[^"<>]+"/,
    );
    const xml = await ask(`url=${page()}&format=xml`);
    expect(xml.headers.get('content-type')).toMatch(/^text\/xml/);
    expect(await xml.text()).toMatch(
      /^<\?xml [^>]+>\n<oembed><version>1\.0<\/version>.*<title>Echo &#60;svg/,
    );
  });

  it('knows no other addresses', async () => {
    for (const url of [
      'https://evil.example/c/1',
      `${inject('url')}/c/nothing`,
      'javascript:alert(1)',
      inject('url'),
    ]) {
      expect((await ask(`url=${encodeURIComponent(url)}`)).status).toBe(404);
    }
    expect((await ask(`url=${page()}&format=yaml`)).status).toBe(400);
    expect((await ask('')).status).toBe(400);
    expect((await ask(`url=${page()}&maxwidth=-1`)).status).toBe(400);
  });
});
