import Link from 'next/link';
import { Badge, DifficultyBadge } from '#ui/badge.tsx';
import { day, type Entry, LANGUAGES } from '#words.ts';

export interface CapsuleListProps {
  entries: readonly Entry[];
  chosen: ReadonlySet<string>;
  onToggle: (id: string) => void;
  onToggleAll: () => void;
  areDeleted: boolean;
}

const CELL = 'px-3 py-3 align-middle';

export function CapsuleTable({ entries, chosen, onToggle, onToggleAll, areDeleted }: CapsuleListProps) {
  return (
    <div className="card overflow-x-auto">
      <table className="w-full text-sm">
        <thead className="border-b border-line text-start text-xs text-muted">
          <tr>
            <th className="w-10 py-2.5 ps-4">
              <input
                type="checkbox"
                aria-label="Choose all"
                className="size-4 accent-accent"
                checked={entries.every(entry => chosen.has(entry.id))}
                onChange={onToggleAll}
              />
            </th>
            {['Title', 'State', 'Language', 'Difficulty', 'Tests', 'Made'].map((name, i) => (
              <th
                key={name}
                scope="col"
                className={`px-3 py-2.5 text-start font-medium ${i > 2 ? 'max-md:hidden' : ''} ${i === 2 ? 'max-sm:hidden' : ''}`}
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {entries.map(entry => (
            <tr key={entry.id} className={chosen.has(entry.id) ? 'bg-accent-soft' : 'hover:bg-sunken'}>
              <td className="py-3 ps-4">
                <input
                  type="checkbox"
                  aria-label={`Choose ${entry.title}`}
                  className="size-4 accent-accent"
                  checked={chosen.has(entry.id)}
                  onChange={() => onToggle(entry.id)}
                />
              </td>
              <th scope="row" className={`${CELL} text-start font-medium [overflow-wrap:anywhere]`}>
                <EntryTitle entry={entry} isDeleted={areDeleted} />
              </th>
              <td className={CELL}>
                <State entry={entry} isDeleted={areDeleted} />
              </td>
              <td className={`${CELL} text-muted max-sm:hidden`}>{LANGUAGES[entry.language]}</td>
              <td className={`${CELL} max-md:hidden`}>
                <DifficultyBadge difficulty={entry.difficulty} />
              </td>
              <td className={`${CELL} text-muted tabular-nums max-md:hidden`}>{entry.testCount}</td>
              <td className={`${CELL} whitespace-nowrap text-muted max-md:hidden`}>{day(entry.createdAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What is deleted is restored before it is opened. */
export function EntryTitle({ entry, isDeleted }: { entry: Entry; isDeleted: boolean }) {
  if (isDeleted) return entry.title;
  return (
    <Link prefetch={false} href={`/studio/c/${entry.id}`} className="hover:text-accent hover:underline">
      {entry.title}
    </Link>
  );
}

export function State({ entry, isDeleted }: { entry: Entry; isDeleted: boolean }) {
  if (isDeleted) return <Badge tone="bad">Deleted</Badge>;
  return entry.isPublished ? <Badge tone="good">Published</Badge> : <Badge>Draft</Badge>;
}
