import { type ReactNode, useId } from 'react';

interface ChartFrameProps {
  title: string;
  /** What the chart shows, in a sentence. */
  summary: string;
  columns: readonly string[];
  rows: readonly (readonly (string | number)[])[];
  children: ReactNode;
}

/** A picture, what it says in words, and all of its numbers as a table. */
export function ChartFrame({ title, summary, columns, rows, children }: ChartFrameProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="card min-w-0 p-5">
      <h2 id={id} className="font-semibold">
        {title}
      </h2>
      <p className="mt-0.5 mb-4 text-sm text-muted">{summary}</p>
      <div aria-hidden="true">{children}</div>
      <details className="mt-4 text-sm">
        <summary className="text-muted underline">As a table</summary>
        <div className="mt-2 overflow-x-auto">
          <NumberTable caption={title} columns={columns} rows={rows} />
        </div>
      </details>
    </section>
  );
}

interface NumberTableProps {
  caption: string;
  columns: readonly string[];
  rows: readonly (readonly (ReactNode | number)[])[];
}

export function NumberTable({ caption, columns, rows }: NumberTableProps) {
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">{caption}</caption>
      <thead className="border-b border-line text-xs text-muted">
        <tr>
          {columns.map((column, i) => (
            <th
              key={column}
              scope="col"
              className={`py-2 pe-4 font-medium whitespace-nowrap ${i === 0 ? 'text-start' : 'text-end'}`}
            >
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {rows.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a fixed table.
          <tr key={i}>
            {row.map((cell, j) =>
              j === 0 ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells of a fixed table.
                <th key={j} scope="row" className="py-2 pe-4 text-start font-normal [overflow-wrap:anywhere]">
                  {cell}
                </th>
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells of a fixed table.
                <td key={j} className="py-2 pe-4 text-end whitespace-nowrap text-muted tabular-nums">
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
