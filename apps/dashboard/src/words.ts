import type { components } from '@devcapsules/client/schema';

export type Entry = components['schemas']['CatalogueEntry'];
export type Language = Entry['language'];
export type Difficulty = Entry['difficulty'];
export type Verdict = components['schemas']['Judgement']['verdict'];

/** How languages are called. */
export const LANGUAGES: Record<Language, string> = {
  python: 'Python',
  javascript: 'JavaScript',
  java: 'Java',
  c: 'C',
  cpp: 'C++',
  sql: 'SQL',
};
export const DIFFICULTIES: Record<Difficulty, string> = { EASY: 'Easy', MEDIUM: 'Medium', HARD: 'Hard' };

export const VERDICTS: Record<Verdict, string> = {
  accepted: 'Accepted',
  wrong_answer: 'Wrong answer',
  runtime_error: 'Runtime error',
  time_limit: 'Time limit',
  memory_limit: 'Memory limit',
  output_limit: 'Output limit',
  compile_error: 'Compile error',
  internal_error: 'Our error',
};

export function isLanguage(word: string | undefined): word is Language {
  return word !== undefined && Object.hasOwn(LANGUAGES, word);
}

export function isDifficulty(word: string | undefined): word is Difficulty {
  return word !== undefined && Object.hasOwn(DIFFICULTIES, word);
}

/** "1 test", "2 tests". */
export function counted(count: number, word: string, plural = `${word}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? word : plural}`;
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** Milliseconds as people say them. */
export function duration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  const seconds = ms / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes} min ${Math.round(seconds % 60)} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** A day, the same on the server and in the browser. */
export function day(iso: string): string {
  return new Date(iso).toLocaleDateString('en', {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  });
}

/** A time of a day in UTC. */
export function moment(iso: string): string {
  const time = new Date(iso).toLocaleTimeString('en', {
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZone: 'UTC',
  });
  return `${day(iso)}, ${time} UTC`;
}

/** Text of Markdown without its marks, for descriptions and lists. */
export function plain(markdown: string, length = 160): string {
  const text = markdown
    .replace(/```[\s\S]*?(```|$)/g, ' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(#+|>|[-*]) /gm, '')
    .replace(/[*`|]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return text.length <= length ? text : `${text.slice(0, length - 1).replace(/\s\S*$/, '')}…`;
}

/** "$20.00"; of less than a dollar, four places. */
export function dollars(amount: number): string {
  return `$${amount.toFixed(amount > 0 && amount < 1 ? 4 : 2)}`;
}
