import { lexer, type MarkedToken, type Token, type Tokens } from 'marked';
import { h } from './dom.ts';

const LINKS = ['http:', 'https:', 'mailto:'];
const IMAGES = ['https:', location.protocol];

/** Authors' Markdown as elements. No part of it is parsed as HTML: tags in the text are shown as text. */
export function renderMarkdown(text: string): HTMLElement {
  return h('div', { class: 'prose' }, ...render(lexer(text)));
}

/** The lexer has no extensions, so that its tokens are those of Markdown and GFM alone. */
function render(tokens: Token[]): (Node | string)[] {
  return (tokens as MarkedToken[]).map(renderToken);
}

function renderToken(token: MarkedToken): Node | string {
  switch (token.type) {
    case 'space':
    case 'def':
      return '';
    case 'heading':
      return h(HEADINGS[token.depth - 1] ?? 'h6', {}, ...render(token.tokens));
    case 'paragraph':
      return h('p', {}, ...render(token.tokens));
    case 'blockquote':
      return h('blockquote', {}, ...render(token.tokens));
    case 'code':
      return h('pre', { tabindex: '0' }, h('code', {}, token.text));
    case 'list':
      return renderList(token);
    case 'list_item':
      return h('li', {}, ...render(token.tokens));
    case 'checkbox':
      return token.checked ? '☑ ' : '☐ ';
    case 'table':
      return renderTable(token);
    case 'hr':
      return h('hr');
    case 'br':
      return h('br');
    case 'strong':
    case 'em':
    case 'del':
      return h(token.type, {}, ...render(token.tokens));
    case 'codespan':
      return h('code', {}, token.text);
    case 'link':
      return renderLink(token);
    case 'image':
      return renderImage(token);
    case 'text':
      return token.tokens ? h('span', {}, ...render(token.tokens)) : decodeEntities(token.text);
    case 'escape':
      return token.text;
    case 'html':
      return token.block ? h('p', {}, token.raw.trim()) : token.raw;
  }
}

/** The page's title is the only h1. */
const HEADINGS = ['h2', 'h3', 'h4', 'h5', 'h6'] as const;

function renderList({ ordered, start, items }: Tokens.List): HTMLElement {
  const entries = render(items);
  return ordered ? h('ol', { start: String(start || 1) }, ...entries) : h('ul', {}, ...entries);
}

function renderTable({ header, rows }: Tokens.Table): HTMLElement {
  const cells = (tag: 'th' | 'td', row: Tokens.TableCell[]) =>
    h('tr', {}, ...row.map(({ tokens, align }) => h(tag, { class: align ?? '' }, ...render(tokens))));
  return h(
    'div',
    { class: 'table', tabindex: '0' },
    h('table', {}, h('thead', {}, cells('th', header)), h('tbody', {}, ...rows.map(row => cells('td', row)))),
  );
}

function renderLink({ href, title, tokens }: Tokens.Link): HTMLElement {
  const inside = render(tokens);
  if (!isAllowed(href, LINKS)) return h('span', {}, ...inside);
  return h('a', { href, title: title ?? false, rel: 'noopener noreferrer nofollow' }, ...inside);
}

function renderImage({ href, text }: Tokens.Image): Node | string {
  return isAllowed(href, IMAGES) ? h('img', { src: href, alt: text, loading: 'lazy' }) : text;
}

function isAllowed(address: string, protocols: string[]): boolean {
  return URL.canParse(address, location.href) && protocols.includes(new URL(address, location.href).protocol);
}

/** The table of entities is the browser's own; what it parses here is one entity in a document that never runs. */
function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][\da-z]{1,31});/gi,
    entity => new DOMParser().parseFromString(entity, 'text/html').body.textContent || entity,
  );
}
