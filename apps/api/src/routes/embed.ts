import { Hono } from 'hono';
import { html } from 'hono/html';
import { z } from 'zod';
import { AppError } from '../errors/app-error.ts';
import { type AppEnv, scopeOf } from '../http.ts';
import { describeEmbed, getEmbeddable, type OEmbed } from '../services/embedding/describe.ts';

const CACHED_SECONDS = 60;
const OEMBED_CACHED_SECONDS = 3600;

const look = z.object({
  lang: z.enum(['en', 'de']).optional().catch(undefined),
  theme: z.enum(['auto', 'light', 'dark']).catch('auto'),
});
const pixels = z.coerce.number().int().positive().optional();
const question = z.object({
  url: z.string().max(2000),
  format: z.enum(['json', 'xml']).default('json'),
  maxwidth: pixels,
  maxheight: pixels,
});

/** The player as other sites show it: a page for their frames, and its description by oEmbed. */
export const embedPages = new Hono<AppEnv>()
  .get('/embed/:id', async c => {
    const { id, title, allowedOrigins } = await getEmbeddable(scopeOf(c), c.req.param('id'));
    const { lang, theme } = look.parse(c.req.query());
    c.header('content-security-policy', policy(allowedOrigins, c.get('deps').config.trustedOrigins));
    c.header('cache-control', `public, max-age=${CACHED_SECONDS}`);
    // What learners come from tells a site which capsule's page they were on.
    c.header('referrer-policy', 'strict-origin-when-cross-origin');
    return c.html(page({ id, title, lang, theme }));
  })
  .get('/oembed', async c => {
    const parsed = question.safeParse(c.req.query());
    if (!parsed.success) throw new AppError('VALIDATION_FAILED', { details: z.treeifyError(parsed.error) });
    const { url, format, maxwidth, maxheight } = parsed.data;
    const embed = await describeEmbed(scopeOf(c), { url, maxWidth: maxwidth, maxHeight: maxheight });
    c.header('cache-control', `public, max-age=${OEMBED_CACHED_SECONDS}`);
    if (format === 'json') return c.json(answer(embed));
    c.header('content-type', 'text/xml; charset=utf-8');
    return c.body(xml(answer(embed)));
  });

/** All from here, but pictures; shown only in frames of the origins that the author allows, and of our own. */
function policy(allowedOrigins: string[], ownOrigins: string[]): string {
  const ancestors = allowedOrigins.length > 0 ? ["'self'", ...ownOrigins, ...allowedOrigins] : ['*'];
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    // What Chromium's own editing writes while somebody types; style sheets stay forbidden.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: https:",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${ancestors.join(' ')}`,
  ].join('; ');
}

interface PageOptions {
  id: string;
  title: string;
  lang: string | undefined;
  theme: string;
}

function page({ id, title, lang, theme }: PageOptions) {
  const language = lang === undefined ? '' : html` lang="${lang}"`;
  return html`<!doctype html>
<html lang="${lang ?? 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · DevCapsules</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/player/v1/embed.css">
<script type="module" src="/player/v1/embed.js"></script>
</head>
<body>
<main>
<dev-capsule capsule="${id}" theme="${theme}"${language}></dev-capsule>
<noscript>${title}: this exercise needs JavaScript.</noscript>
</main>
</body>
</html>`;
}

/** oEmbed 1.0, type `rich`. */
function answer({ title, src, width, height, providerUrl }: OEmbed) {
  const frame = html`<iframe src="${src}" width="${width}" height="${height}" title="${title}" loading="lazy" allow="clipboard-write" style="border:0;max-width:100%"></iframe>`;
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: 'DevCapsules',
    provider_url: providerUrl,
    cache_age: OEMBED_CACHED_SECONDS,
    width,
    height,
    html: String(frame),
  };
}

function xml(fields: Record<string, string | number>): string {
  const escaped = (text: string) =>
    text.replace(/[<>&'"]/g, sign => `&#${sign.charCodeAt(0)};`).replace(/[^\t\n\r -\uffff]/g, '');
  const elements = Object.entries(fields).map(
    ([name, value]) => `<${name}>${escaped(String(value))}</${name}>`,
  );
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${elements.join('')}</oembed>\n`;
}
