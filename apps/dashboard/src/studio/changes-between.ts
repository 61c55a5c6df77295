import { diffLines } from 'diff';

/** The lines that differ between two states of a capsule, marked `-` and `+`, as authors would read them. */
export function changesBetween(before: object, after: object): string {
  return diffLines(textOf(before), textOf(after))
    .filter(part => part.added || part.removed)
    .flatMap(part =>
      part.value
        .replace(/\n$/, '')
        .split('\n')
        .map(line => `${part.added ? '+' : '-'} ${line}`),
    )
    .join('\n');
}

/** As JSON with its keys in one order, and texts on lines of their own. */
function textOf(document: object): string {
  return `${JSON.stringify(ordered(document), null, 2).replaceAll('\\n', '\n      ')}\n`;
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([key, item]) => [key, ordered(item)]),
  );
}
