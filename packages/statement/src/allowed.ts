import type { Schema } from 'hast-util-sanitize';

/** Every element and attribute that an author's Markdown can become; whatever is not here does not go out. */
export const ALLOWED: Schema = {
  tagNames: [
    ...['h2', 'h3', 'h4', 'h5', 'h6', 'p', 'br', 'hr', 'blockquote', 'ul', 'ol', 'li', 'pre', 'code', 'span'],
    ...['em', 'strong', 'del', 'sup', 'section', 'a', 'img', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  attributes: {
    a: ['href', 'target', ['rel', 'noopener', 'noreferrer', 'ugc']],
    code: [['className', /^language-[\w+#-]{1,30}$/]],
    img: ['src', 'alt', 'title', 'loading', 'decoding', 'referrerPolicy'],
    ol: ['start'],
    td: [['align', 'left', 'right', 'center']],
    th: [['align', 'left', 'right', 'center']],
  },
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https', 'data'] },
  required: {},
  strip: ['script', 'style'],
  clobber: [],
};

/** Of links only whole addresses: a relative one would lead somewhere else on each page that embeds a capsule. */
export function linkTarget(href: unknown): string | null {
  const url = typeof href === 'string' ? parse(href) : null;
  return url && ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null;
}

const PICTURE = /^data:image\/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]*$/;
const ASSET = /^\/api\/v1\/assets\/[\w.%-]+\/[\w.%-]+$/;

/** Pictures come over https, from the assets of ours, or stand in the text; SVG, which can hold scripts, does not. */
export function imageSource(src: unknown, baseUrl: string | undefined): string | null {
  if (typeof src !== 'string') return null;
  if (PICTURE.test(src)) return src;
  if (ASSET.test(src)) return baseUrl === undefined ? src : new URL(src, baseUrl).href;
  const url = parse(src);
  return url?.protocol === 'https:' ? url.href : null;
}

function parse(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
