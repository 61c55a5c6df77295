import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { renderStatement } from '../src/render.ts';
import { PAYLOADS } from './payloads.ts';

const ELEMENTS =
  /^(h[2-6]|p|br|hr|blockquote|ul|ol|li|pre|code|span|em|strong|del|sup|section|a|img|div|table|thead|tbody|tr|th|td)$/;
const MATHS =
  /^(math|mrow|mi|mn|mo|ms|mtext|mspace|mfrac|msqrt|mroot|msub|msup|msubsup|munder|mover|munderover|mmultiscripts|mprescripts|none|mpadded|mphantom|mstyle|mtable|mtr|mtd|mlabeledtr|menclose)$/;
const ATTRIBUTES: Record<string, string[]> = {
  a: ['href', 'target', 'rel'],
  img: ['src', 'alt', 'title', 'loading', 'decoding', 'referrerpolicy'],
  ol: ['start'],
  td: ['align'],
  th: ['align'],
  pre: ['tabindex'],
  div: ['tabindex', 'class'],
  span: ['class'],
};

describe('what authors write', () => {
  it('is tried with at least 150 payloads', () => {
    expect(new Set(PAYLOADS).size).toBeGreaterThanOrEqual(150);
  });

  it.each(PAYLOADS)('is harmless: %s', payload => {
    for (const text of [
      payload,
      `x ${payload} y`,
      `- ${payload}`,
      `> ${payload}`,
      `**${payload}**`,
      `[${payload}](https://x.example)`,
    ]) {
      expectHarmless(renderStatement(text));
    }
  });

  it('is harmless with all payloads at once, and in any order', () => {
    expectHarmless(renderStatement(PAYLOADS.join('\n\n')));
    const some = fc.array(fc.constantFrom(...PAYLOADS), { maxLength: 8 });
    const glue = fc.constantFrom('', ' ', '\n', '\n\n', '`', '|', '$', '](', '<', '"');
    fc.assert(
      fc.property(some, glue, (payloads, between) => expectHarmless(renderStatement(payloads.join(between)))),
      { numRuns: 300 },
    );
  });

  it('is harmless whatever the characters', () => {
    const character = fc.constantFrom(...'<>"\'`$[]()!*_#|\\/&;:=- \n\tajx1', '\u0000', '\u2028');
    fc.assert(
      fc.property(fc.array(character, { maxLength: 200 }), characters =>
        expectHarmless(renderStatement(characters.join(''))),
      ),
      { numRuns: 1000 },
    );
  });
});

function expectHarmless(html: string): void {
  walk(parseFragment(html));
}

function walk(node: DefaultTreeAdapterTypes.Node): void {
  if (defaultTreeAdapter.isElementNode(node)) {
    const { tagName, attrs } = node;
    const isMath = node.namespaceURI.endsWith('MathML');
    expect(tagName).toMatch(isMath ? MATHS : ELEMENTS);
    for (const { name, value } of attrs) {
      if (isMath) expect(name).not.toMatch(/^on|href|src|style|action/i);
      else expect(ATTRIBUTES[tagName] ?? [], `<${tagName} ${name}>`).toContain(name);
      if (name === 'href') expect(new URL(value).protocol).toMatch(/^(https?|mailto):$/);
      if (name === 'src')
        expect(value).toMatch(/^(https:|data:image\/(png|jpeg|gif|webp);|\/api\/v1\/assets\/)/);
      if (name === 'class') expect(value).toMatch(/^(table|token [\w -]+)$/);
    }
  } else
    expect(defaultTreeAdapter.isCommentNode(node) || defaultTreeAdapter.isDocumentTypeNode(node)).toBe(false);
  if ('childNodes' in node) for (const child of node.childNodes) walk(child);
}
