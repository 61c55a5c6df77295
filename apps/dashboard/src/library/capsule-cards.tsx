import { DifficultyBadge, LanguageBadge } from '#ui/badge.tsx';
import { classes } from '#ui/class-names.ts';
import { counted, plain } from '#words.ts';
import { type CapsuleListProps, EntryTitle, State } from './capsule-table.tsx';

export function CapsuleCards({ entries, chosen, onToggle, areDeleted }: CapsuleListProps) {
  return (
    <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {entries.map(entry => (
        <li
          key={entry.id}
          className={classes('card flex flex-col p-5', chosen.has(entry.id) && 'outline-2 outline-accent')}
        >
          <div className="mb-3 flex items-center gap-1.5">
            <State entry={entry} isDeleted={areDeleted} />
            <LanguageBadge language={entry.language} />
            <DifficultyBadge difficulty={entry.difficulty} />
            <input
              type="checkbox"
              aria-label={`Choose ${entry.title}`}
              className="ms-auto size-4 accent-accent"
              checked={chosen.has(entry.id)}
              onChange={() => onToggle(entry.id)}
            />
          </div>
          <h2 className="font-semibold [overflow-wrap:anywhere]">
            <EntryTitle entry={entry} isDeleted={areDeleted} />
          </h2>
          <p className="mt-1.5 line-clamp-3 flex-1 text-sm text-muted">{plain(entry.description)}</p>
          <p className="mt-4 text-xs text-muted">{counted(entry.testCount, 'test')}</p>
        </li>
      ))}
    </ul>
  );
}
