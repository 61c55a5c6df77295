import type { Element, ElementContent, Root } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import type { Html, Root as Markdown } from 'mdast';
import type { InlineMath } from 'mdast-util-math';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { ALLOWED, imageSource, linkTarget } from './allowed.ts';
import { highlight } from './highlight.ts';
import { mathMl } from './maths.ts';

export interface RenderOptions {
  /** Where images of ours stand that are named without a host: the address of the API. */
  baseUrl?: string;
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath);
const toHast = unified().use(remarkRehype, {
  // A tag in the text is text: no part of what authors write is ever read as HTML.
  handlers: { html: (_: unknown, node: Html) => ({ type: 'text', value: node.value }) },
});

/**
 * Authors' Markdown (CommonMark, GFM, maths between dollars) as HTML that can be set as it is: elements and attributes
 * are those of a list, maths is MathML, the colours of code are classes (`token …`), and nothing in it is a script or
 * a style. What is too deeply nested to be parsed is shown as plain text.
 */
export function renderStatement(markdown: string, options: RenderOptions = {}): string {
  if (isTooDeep(markdown)) return toHtml(plain(markdown));
  const parsed = parser.parse(markdown);
  keepPrices(parsed, markdown);
  const tree = toHast.runSync(parsed);
  visit(tree, 'element', element => adapt(element, options));
  const safe = sanitize(tree, ALLOWED);
  if (safe.type !== 'root') return toHtml(plain(markdown));
  decorate(safe);
  return toHtml(safe);
}

const MAX_LINES = 3000;
const MAX_SIGNS = 4000;
const MAX_SIGNS_A_BLOCK = 800;
/** Quotes and lists within each other, at the start of a line. */
const NESTED = /^[ \t]*(?:(?:>|[-+*]|\d+[.)])[ \t]*){10,}/m;
const FENCED = /^ {0,3}(```+|~~~+)[^\n]*\n[\s\S]*?^ {0,3}\1/gm;

/**
 * Markdown's parsers take time that grows by the square with open signs in one block, with lines, and with quotes in
 * quotes: 50 kB of them would be minutes. What people write stays far below these bounds; code in fences is not counted.
 */
function isTooDeep(markdown: string): boolean {
  const text = markdown.replace(FENCED, '');
  const signsIn = (part: string) => part.match(/[*_~[\]$<&`|]|www\.|@/g)?.length ?? 0;
  return (
    NESTED.test(text) ||
    text.split('\n').length > MAX_LINES ||
    signsIn(text) > MAX_SIGNS ||
    text.split(/\n[ \t]*\n/).some(block => (block.match(/[*_~[\]$]/g)?.length ?? 0) > MAX_SIGNS_A_BLOCK)
  );
}

function plain(text: string): Root {
  return {
    type: 'root',
    children: [
      {
        type: 'element',
        tagName: 'pre',
        properties: { tabIndex: 0 },
        children: [{ type: 'text', value: text }],
      },
    ],
  };
}

/** As Pandoc has it: `$5 and $10` are prices. A formula touches its dollars, and no digit follows the last. */
function keepPrices(tree: Markdown, source: string): void {
  visit(tree, 'inlineMath', (node: InlineMath, index, parent) => {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (start === undefined || end === undefined || index === undefined || !parent) return;
    const text = source.slice(start, end);
    if (text.startsWith('$$')) return;
    const isPrice = /^\$\s|\s\$$/.test(text) || /\d/.test(source[end] ?? '');
    if (isPrice) parent.children[index] = { type: 'text', value: text };
  });
}

const HEADINGS: Record<string, string> = { h1: 'h2', h2: 'h3', h3: 'h4', h4: 'h5', h5: 'h6' };

/** Before the list of what is allowed is applied: the title is the only h1, links open beside the exercise. */
function adapt(element: Element, { baseUrl }: RenderOptions): void {
  const { properties } = element;
  element.tagName = HEADINGS[element.tagName] ?? element.tagName;
  if (element.tagName === 'a') {
    const href = linkTarget(properties.href);
    element.properties =
      href === null ? {} : { href, target: '_blank', rel: ['noopener', 'noreferrer', 'ugc'] };
  } else if (element.tagName === 'img') {
    const { alt = '', title } = properties;
    const src = imageSource(properties.src, baseUrl);
    if (src === null) {
      Object.assign(element, {
        tagName: 'span',
        properties: {},
        children: [{ type: 'text', value: String(alt) }],
      });
      return;
    }
    const lazy = { loading: 'lazy', decoding: 'async', referrerPolicy: 'no-referrer' };
    element.properties = { src, alt, ...(title !== undefined && { title }), ...lazy };
  } else if (element.tagName === 'input') {
    const box = properties.checked ? '☑' : '☐';
    Object.assign(element, { tagName: 'span', properties: {}, children: [{ type: 'text', value: box }] });
  }
}

/** After it: what is added here is made by us. Boxes that scroll can be reached by the keyboard. */
function decorate(tree: Root): void {
  visit(tree, 'element', (element, index, parent) => {
    if (index === undefined || !parent) return;
    const [code] = element.children;
    if (element.tagName === 'table') {
      parent.children[index] = {
        type: 'element',
        tagName: 'div',
        properties: { className: ['table'], tabIndex: 0 },
        children: [element],
      };
      // What its cells have is looked at, too.
      return undefined;
    }
    if (element.tagName === 'pre' && code?.type === 'element') {
      const language = languageOf(code);
      if (language === 'math') parent.children[index] = mathMl(textOf(code), true);
      else element.properties = { tabIndex: 0 };
      code.children = highlight(textOf(code), language);
      code.properties = {};
      return 'skip';
    }
    if (element.tagName === 'code') {
      if (languageOf(element) === 'math') parent.children[index] = mathMl(textOf(element), false);
      else element.properties = {};
      return 'skip';
    }
    return undefined;
  });
}

function languageOf(code: Element): string | null {
  const { className } = code.properties;
  const [named] = (Array.isArray(className) ? className : []).filter(name => /^language-/.test(String(name)));
  return named === undefined ? null : String(named).slice('language-'.length);
}

function textOf(element: Element): string {
  const text = (child: ElementContent): string =>
    child.type === 'text' ? child.value : child.type === 'element' ? child.children.map(text).join('') : '';
  return element.children.map(text).join('');
}
