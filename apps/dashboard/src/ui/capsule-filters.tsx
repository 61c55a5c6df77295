import { Search } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { type Words, withQuery } from '#server/query.ts';
import { DIFFICULTIES, LANGUAGES } from '#words.ts';
import { Button } from './button.tsx';
import { classes } from './class-names.ts';

interface CapsuleFiltersProps {
  action: string;
  query: Words;
  tags?: readonly string[];
  /** Further choices of one list. */
  children?: ReactNode;
}

/** A plain form: it works without scripts, and what was asked for stands in the address. */
export function CapsuleFilters({ action, query, tags = [], children }: CapsuleFiltersProps) {
  return (
    <div className="mb-8">
      <search>
        <form action={action} className="flex flex-wrap gap-2">
          <label className="relative min-w-56 flex-1">
            <span className="sr-only">Search</span>
            <Search
              aria-hidden="true"
              className="pointer-events-none absolute start-3 top-1/2 size-4 -translate-y-1/2 text-muted"
            />
            <input
              type="search"
              name="q"
              defaultValue={query.q}
              maxLength={200}
              placeholder="Search titles, statements, tags"
              className="field ps-9"
            />
          </label>
          <Choice name="language" label="Any language" value={query.language} choices={LANGUAGES} />
          <Choice name="difficulty" label="Any difficulty" value={query.difficulty} choices={DIFFICULTIES} />
          {children}
          {query.tag && <input type="hidden" name="tag" value={query.tag} />}
          <Button type="submit" className="h-auto min-h-9">
            Search
          </Button>
        </form>
      </search>
      {tags.length > 0 && (
        <ul aria-label="Tags" className="mt-4 flex flex-wrap gap-1.5">
          {tags.map(tag => {
            const isChosen = query.tag === tag;
            return (
              <li key={tag}>
                <Link
                  prefetch={false}
                  href={withQuery(action, { ...query, cursor: undefined, tag: isChosen ? undefined : tag })}
                  aria-current={isChosen}
                  className={classes(
                    'block rounded-full border px-3 py-1 text-sm',
                    isChosen
                      ? 'border-accent bg-accent-soft text-accent'
                      : 'border-line bg-surface text-muted hover:border-line-strong hover:text-ink',
                  )}
                >
                  {tag}
                </Link>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

interface ChoiceProps {
  name: string;
  /** What it says when nothing is chosen. */
  label: string;
  value: string | undefined;
  choices: Record<string, string>;
}

export function Choice({ name, label, value, choices }: ChoiceProps) {
  return (
    <label>
      <span className="sr-only">{label}</span>
      <select name={name} defaultValue={value ?? ''} className="field w-auto">
        <option value="">{label}</option>
        {Object.entries(choices).map(([word, text]) => (
          <option key={word} value={word}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
