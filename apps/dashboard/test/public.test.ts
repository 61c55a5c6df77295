import { describe, expect, inject } from 'vitest';
import { ask, it } from './support/browser.ts';
import { PAIR } from './support/capsules.ts';

describe('the gallery', () => {
  it('finds by words, language and tag, says what it found, and keeps it in the address', async ({
    visit,
  }) => {
    const page = await visit('/explore');
    await page.getByLabel('Search', { exact: true }).fill('pair');
    await page.getByLabel('Any language').selectOption('python');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByText(/\d+ exercises? found/).waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('pair');
    await page.getByRole('link', { name: PAIR.title }).click();
    await page.getByRole('heading', { level: 1, name: PAIR.title }).waitFor();
    await page.getByRole('button', { name: 'Submit' }).click();
    await page
      .getByText(/of 4 tests/)
      .first()
      .waitFor();
    await page.goto('/explore?q=nothing-is-called-so');
    await page.getByRole('heading', { name: 'Nothing fits' }).waitFor();
    await page.goto('/explore?tag=dictionaries');
    expect(await page.getByRole('link', { name: 'dictionaries' }).getAttribute('aria-current')).toBe('true');
  });

  it('works without scripts', async ({ visit }) => {
    const page = await visit('/explore', { scripts: false });
    await page.getByLabel('Search', { exact: true }).fill('pair');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('link', { name: PAIR.title }).waitFor();
  });
});

describe('a capsule’s page', () => {
  it('tells search engines and other sites what it is, statement included, and nothing secret', async () => {
    const url = `${inject('url')}/c/${inject('capsuleIds').pair}`;
    const html = await (await ask(url)).text();
    expect(html).toContain('<title>Pair with a sum (Python) · DevCapsules</title>');
    expect(html).toMatch(/<meta name="description" content="Write pair_with_sum/);
    expect(html).toContain(`<link rel="canonical" href="${url}"`);
    expect(html).toMatch(/<link rel="alternate" type="application\/json\+oembed" href="[^"]*\/oembed\?url=/);
    expect(html).toContain('<meta property="og:title" content="Pair with a sum"');
    expect(html).toContain('positions of two prices');
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? [];
    expect(JSON.parse(json)).toMatchObject({
      '@type': 'LearningResource',
      name: PAIR.title,
      url,
      educationalLevel: 'Beginner',
    });
    expect(html).not.toContain('seen[price]');
    expect(html).not.toContain('1541');
  });

  it('is in the sitemap, which robots.txt names', async () => {
    const robots = await (await ask(`${inject('url')}/robots.txt`)).text();
    const [, sitemap = ''] = /Sitemap: (\S+)/.exec(robots) ?? [];
    const xml = await (await ask(sitemap)).text();
    expect(xml).toContain(`<loc>${inject('url')}/c/${inject('capsuleIds').pair}</loc>`);
  });

  it('that is not there answers 404 with a page that leads on', async ({ visit }) => {
    const page = await visit('/c/00000000-0000-0000-0000-000000000000', { failing: true });
    await page.getByText('There is nothing at this address').waitFor();
    const { status } = await ask(`${inject('url')}/c/00000000-0000-0000-0000-000000000000`);
    expect(status).toBe(404);
    expect((await ask(`${inject('url')}/nowhere`)).status).toBe(404);
  });
});
