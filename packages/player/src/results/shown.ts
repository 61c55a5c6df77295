import { h } from '../dom.ts';
import type { AllMessages } from '../i18n/more.ts';
import type { ResultSet, Shown } from '../types.ts';
import { type DiffRow, diffTexts, type Piece } from './diff.ts';
import { renderTable } from './table.ts';

/** Expected and actual beside each other, with what differs marked; not by colour alone. */
export function renderComparison(
  expected: Shown,
  actual: Shown,
  isWrong: boolean,
  t: AllMessages,
): HTMLElement {
  if ('table' in expected && 'table' in actual) {
    const other = (set: ResultSet) => (isWrong ? set : undefined);
    return pair(
      figure(
        tableCaption(t.expected, expected.table, t),
        renderTable(expected.table, t, other(actual.table)),
      ),
      figure(tableCaption(t.yours, actual.table, t), renderTable(actual.table, t, other(expected.table))),
    );
  }
  if ('text' in expected && 'text' in actual && isWrong) {
    const rows = diffTexts(expected.text, actual.text);
    return pair(
      figure(t.expected, diffSide(rows, 'expected', expected.text, t)),
      figure(t.yours, diffSide(rows, 'actual', actual.text, t)),
    );
  }
  return pair(renderShown(t.expected, expected, t), renderShown(t.yours, actual, t));
}

export function renderShown(label: string, value: Shown, t: AllMessages): HTMLElement {
  return 'table' in value
    ? figure(tableCaption(label, value.table, t), renderTable(value.table, t))
    : figure(label, text(value.text, t));
}

/** What a program said along the way. */
export function renderLog(label: string, content: string | undefined, t: AllMessages): HTMLElement | null {
  return content ? figure(label, text(content, t)) : null;
}

function pair(expected: HTMLElement, actual: HTMLElement): HTMLElement {
  return h('div', { class: 'pair' }, expected, actual);
}

function figure(label: string, content: HTMLElement): HTMLElement {
  return h('figure', {}, h('figcaption', {}, label), content);
}

function tableCaption(label: string, { rows }: ResultSet, t: AllMessages): string {
  return `${label} · ${t.rows(rows.length)}`;
}

function text(content: string, t: AllMessages): HTMLElement {
  return content ? h('pre', { tabindex: '0' }, content) : h('p', { class: 'none' }, t.nothing);
}

function diffSide(rows: DiffRow[], side: 'expected' | 'actual', whole: string, t: AllMessages): HTMLElement {
  if (whole === '') return text('', t);
  const pieces = (line: Piece[]) =>
    line.map(({ text, same }) => (same ? text : h('mark', { class: side }, visible(text))));
  const lines = rows.flatMap(row => {
    const line = row[side];
    if (line === null) return [];
    const content = line.length > 0 ? pieces(line) : ['\u200b'];
    return [h('span', { class: row.same ? 'line' : `line changed ${side}` }, ...content, '\n')];
  });
  return h('pre', { tabindex: '0' }, ...lines);
}

/** Blanks that differ must be seen. */
function visible(text: string): string {
  return /^\s+$|\s$/.test(text) ? text.replaceAll(' ', '·').replaceAll('\t', '→') : text;
}
