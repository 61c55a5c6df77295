/** The lines that differ, as a unified diff without context: `-` the solution's, `+` the mutant's. */
export function lineDiff(before: string, after: string): string {
  const [a, b] = [before.split('\n'), after.split('\n')];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const removed = a.slice(start, a.length - end).map(line => `-${line}`);
  const added = b.slice(start, b.length - end).map(line => `+${line}`);
  return [`@@ line ${start + 1} @@`, ...removed, ...added].join('\n');
}
