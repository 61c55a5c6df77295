import { data } from '@devcapsules/client/client';
import { api } from '#server/api.ts';
import { absolute } from '#server/environment.ts';

export const dynamic = 'force-dynamic';

/** As many pages of the list as one visitor may ask for at once; each is kept in a cache for a while. */
const PAGES = 10;
const LIMIT = 100;

/** The newest thousand capsules and a hundred courses, as crawlers want them. */
export async function GET(): Promise<Response> {
  const paths = ['/', '/explore', '/courses'];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page++) {
    const query = { limit: LIMIT, ...(cursor !== undefined && { cursor }) };
    const listed = await data(api().GET('/api/v1/capsules', { params: { query } }));
    paths.push(...listed.data.map(entry => `/c/${entry.id}`));
    if (listed.page.nextCursor === null) break;
    cursor = listed.page.nextCursor;
  }
  const courses = await data(api().GET('/api/v1/courses', { params: { query: { limit: LIMIT } } }));
  paths.push(...courses.data.map(entry => `/courses/${entry.id}`));
  const urls = paths.map(path => `<url><loc>${escaped(absolute(path))}</loc></url>`);
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('\n')}
</urlset>
`;
  return new Response(xml, {
    headers: { 'content-type': 'application/xml', 'cache-control': 'public, max-age=3600' },
  });
}

function escaped(text: string): string {
  return text.replace(/[<>&'"]/g, character => `&#${character.charCodeAt(0)};`);
}
