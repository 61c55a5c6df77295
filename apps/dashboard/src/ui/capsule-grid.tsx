import Link from 'next/link';
import { counted, type Entry, plain } from '#words.ts';
import { DifficultyBadge, LanguageBadge } from './badge.tsx';

interface CapsuleGridProps {
  entries: readonly Entry[];
  /** One below the heading of where they stand. */
  headings?: 'h2' | 'h3';
}

/** Published capsules, each a card that is a link as a whole. */
export function CapsuleGrid({ entries, headings: Heading = 'h2' }: CapsuleGridProps) {
  return (
    <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {entries.map(({ id, title, description, language, difficulty, testCount, tags }) => (
        <li
          key={id}
          className="card group relative flex flex-col p-5 transition-shadow hover:border-line-strong hover:shadow-lift has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <div className="mb-3 flex gap-1.5">
            <LanguageBadge language={language} />
            <DifficultyBadge difficulty={difficulty} />
          </div>
          <Heading className="font-semibold [overflow-wrap:anywhere]">
            <Link
              prefetch={false}
              href={`/c/${id}`}
              className="outline-none after:absolute after:inset-0 group-hover:text-accent"
            >
              {title}
            </Link>
          </Heading>
          <p className="mt-1.5 line-clamp-3 flex-1 text-sm text-muted">{plain(description)}</p>
          <p className="mt-4 truncate text-xs text-muted">
            {[counted(testCount, 'test'), ...tags.slice(0, 3)].join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}
