import type { Manifest } from './manifest.ts';

/** What is in one backup and not in the same way in the other; nothing when they hold the same. */
export function differences(before: Manifest, after: Manifest): string[] {
  return [
    ...differing('table', before.tables, after.tables),
    ...differing('index', before.indexes, after.indexes),
    ...differing('object', byName(before.objects, 'key'), byName(after.objects, 'key')),
    ...differing('key', byName(before.keys, 'name'), byName(after.keys, 'name')),
  ];
}

function byName<Item extends object>(items: Item[], name: keyof Item): Record<string, Item> {
  return Object.fromEntries(items.map(item => [String(item[name]), item]));
}

function differing(what: string, before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names
    .filter(name => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .map(name => {
      if (!(name in after)) return `${what} ${name} is gone`;
      if (!(name in before)) return `${what} ${name} is new`;
      return `${what} ${name} is another: ${JSON.stringify(before[name])} → ${JSON.stringify(after[name])}`;
    });
}
