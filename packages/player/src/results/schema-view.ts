import { button, h } from '../dom.ts';
import type { AllMessages } from '../i18n/more.ts';
import type { ResultSet } from '../types.ts';
import { type SqlTable, tablesOf } from './sql-tables.ts';
import { renderTable } from './table.ts';

interface SchemaOptions {
  t: AllMessages;
  script: string;
  /** Asks for rows of a table. */
  rowsOf: (sql: string) => Promise<ResultSet>;
  onError: (error: unknown) => void;
}

const SHOWN_ROWS = 20;

/** The tables of a capsule: their columns, their rows when asked for, and the script that makes them. */
export function renderSchema(options: SchemaOptions): HTMLElement {
  const { t, script } = options;
  const tables = tablesOf(script);
  return h(
    'div',
    { class: 'schema' },
    tables.length === 0 && script === '' && h('p', { class: 'note' }, t.tablesNone),
    ...tables.map(table => renderOne(table, options)),
    script !== '' &&
      h('details', { class: 'script' }, h('summary', {}, t.tableScript), h('pre', { tabindex: '0' }, script)),
  );
}

function renderOne({ name, columns }: SqlTable, { t, rowsOf, onError }: SchemaOptions): HTMLElement {
  const rows = h('div', {});
  const show = button(t.tableRows, load, { class: 'link', 'aria-label': `${t.tableRows}: ${name}` });
  return h(
    'section',
    { class: 'sql-table' },
    h('header', {}, h('h2', {}, name), show),
    h(
      'ul',
      { class: 'columns', 'aria-label': `${t.tableColumns}: ${name}` },
      ...columns.map(column =>
        h(
          'li',
          {},
          h('span', { class: 'column-name' }, column.name),
          column.type !== '' && h('span', { class: 'column-type' }, column.type),
          column.isKey && h('span', { class: 'chip quiet' }, 'PK'),
          column.references !== null && h('span', { class: 'chip quiet' }, `→ ${column.references}`),
        ),
      ),
    ),
    rows,
  );

  function load(): void {
    const quoted = `"${name.replaceAll('"', '""')}"`;
    rowsOf(`SELECT * FROM ${quoted} LIMIT ${SHOWN_ROWS}`).then(
      result => rows.replaceChildren(renderTable(result, t)),
      onError,
    );
  }
}
