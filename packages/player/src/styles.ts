import base from './styles/base.css';
import code from './styles/code.css';
import controls from './styles/controls.css';
import layout from './styles/layout.css';
import prose from './styles/prose.css';

const sheets = new Map<string, CSSStyleSheet>();

/** Gives a player what all of them show. */
export function adoptBase(root: ShadowRoot): void {
  for (const css of [base, layout, prose, controls, code]) adopt(root, css);
}

/** One sheet for all players of a page; adopted, which no content security policy forbids. */
export function adopt(root: ShadowRoot, css: string): void {
  const sheet = sheets.get(css) ?? new CSSStyleSheet();
  if (!sheets.has(css)) sheet.replaceSync(css);
  sheets.set(css, sheet);
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
