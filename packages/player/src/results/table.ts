import { h } from '../dom.ts';
import type { AllMessages } from '../i18n/more.ts';
import type { ResultSet, SqlValue } from '../types.ts';

/** More rows tell nobody more, and make the page slow. */
const MAX_ROWS = 100;

/** A result set; cells and rows that differ from `other`, row by row, are marked. */
export function renderTable({ columns, rows }: ResultSet, t: AllMessages, other?: ResultSet): HTMLElement {
  const heads = columns.map(name => h('th', { scope: 'col' }, name));
  const body = rows.slice(0, MAX_ROWS).map((row, index) => {
    const counterpart = other?.rows[index];
    const isExtra = other !== undefined && counterpart === undefined;
    const cells = row.map((value, column) => {
      const differs = counterpart !== undefined && !isSame(value, counterpart[column]);
      return cell(value, differs ? t.differs : undefined);
    });
    return h(
      'tr',
      { class: isExtra ? 'extra' : undefined, title: isExtra ? t.unexpected : undefined },
      ...cells,
    );
  });
  const more = rows.length - body.length;
  return h(
    'div',
    { class: 'table', tabindex: '0' },
    h('table', {}, h('thead', {}, h('tr', {}, ...heads)), h('tbody', {}, ...body)),
    more > 0 && h('p', { class: 'note' }, t.moreRows(more)),
  );
}

function cell(value: SqlValue, difference: string | undefined): HTMLElement {
  const { text, kind } = shownValue(value);
  const classes = [kind, difference && 'differs'].filter(name => name !== undefined).join(' ');
  return h('td', { class: classes || undefined, title: difference }, text);
}

function shownValue(value: SqlValue): { text: string; kind?: 'null' | 'number' } {
  if (value === null) return { text: 'NULL', kind: 'null' };
  if (typeof value === 'string') return { text: value };
  if (typeof value === 'number') return { text: String(value), kind: 'number' };
  if ('blob' in value) return { text: `x'${value.blob}'` };
  return { text: 'integer' in value ? value.integer : value.real, kind: 'number' };
}

function isSame(value: SqlValue, other: SqlValue | undefined): boolean {
  return JSON.stringify(value) === JSON.stringify(other ?? null);
}
