/** Rows as a plain-text table; numbers stand to the right. */
export function renderTable(columns: string[], rows: (string | number)[][]): string {
  const widths = columns.map((name, i) =>
    Math.max(name.length, ...rows.map(row => String(row[i] ?? '').length)),
  );
  const pad = (cell: string | number, i: number) =>
    typeof cell === 'number' ? String(cell).padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0);
  const line = (cells: (string | number)[]) => `  ${cells.map(pad).join('  ')}`.trimEnd();
  return [line(columns), line(widths.map(width => '─'.repeat(width))), ...rows.map(line)].join('\n');
}

/** The p-th percentile (0..100) of some numbers by the nearest rank; NaN of none. */
export function percentile(values: number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)] ?? Number.NaN;
}
