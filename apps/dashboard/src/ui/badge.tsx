import type { ReactNode } from 'react';
import { DIFFICULTIES, type Difficulty, LANGUAGES, type Language } from '#words.ts';
import { classes } from './class-names.ts';

const TONES = {
  plain: 'bg-sunken text-muted',
  accent: 'bg-accent-soft text-accent',
  good: 'bg-good-soft text-good',
  bad: 'bg-bad-soft text-bad',
  warn: 'bg-warn-soft text-warn',
};
export type Tone = keyof typeof TONES;

export function Badge({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={classes(
        'inline-flex items-center gap-1 whitespace-nowrap rounded-md px-2 py-0.5 text-xs font-medium',
        TONES[tone],
      )}
    >
      {children}
    </span>
  );
}

const DIFFICULTY_TONES: Record<Difficulty, Tone> = { EASY: 'good', MEDIUM: 'warn', HARD: 'bad' };

export function DifficultyBadge({ difficulty }: { difficulty: Difficulty }) {
  return <Badge tone={DIFFICULTY_TONES[difficulty]}>{DIFFICULTIES[difficulty]}</Badge>;
}

export function LanguageBadge({ language }: { language: Language }) {
  return <Badge>{LANGUAGES[language]}</Badge>;
}
