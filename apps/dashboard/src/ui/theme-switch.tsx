'use client';
import { Monitor, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import type { Theme } from '#server/theme.ts';
import { classes } from './class-names.ts';

const YEAR_SECONDS = 31_536_000;
const CHOICES = [
  { theme: 'system', label: 'As the system', Icon: Monitor },
  { theme: 'light', label: 'Light', Icon: Sun },
  { theme: 'dark', label: 'Dark', Icon: Moon },
] as const;

/** Kept in a cookie, for the server paints pages in it. */
export function ThemeSwitch({ chosen }: { chosen: Theme }) {
  const [theme, setTheme] = useState(chosen);
  const choose = (next: Theme) => {
    setTheme(next);
    document.documentElement.dataset.theme = next;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet.
    document.cookie = `theme=${next}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
  };
  return (
    <fieldset className="flex items-center justify-between px-3 py-1">
      <legend className="float-start text-sm text-muted">Theme</legend>
      <div className="flex rounded-lg border border-line p-0.5">
        {CHOICES.map(({ theme: value, label, Icon }) => (
          <label
            key={value}
            title={label}
            className={classes(
              'grid size-7 cursor-pointer place-items-center rounded-md has-focus-visible:outline-2',
              theme === value ? 'bg-accent-soft text-accent' : 'text-muted hover:text-ink',
            )}
          >
            <input
              type="radio"
              name="theme"
              className="sr-only"
              checked={theme === value}
              onChange={() => choose(value)}
            />
            <Icon aria-hidden="true" className="size-4" />
            <span className="sr-only">{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
