import { en, type Messages } from './en.ts';

export type { Messages } from './en.ts';

/** English is always there; other languages are loaded when somebody asks for them. */
const CATALOGUES: Record<string, () => Promise<Messages>> = {
  en: async () => en,
  de: async () => (await import('./de.ts')).de,
};

/** The catalogue for a language tag, or for the browser's languages; and which language it is in. */
export async function messagesFor(tag: string | null): Promise<{ language: string; t: Messages }> {
  const wanted = [...(tag ? [tag] : navigator.languages), 'en'].map(
    name => name.toLowerCase().split('-')[0] ?? '',
  );
  const language = wanted.find(name => name in CATALOGUES) ?? 'en';
  const load = CATALOGUES[language];
  return { language, t: load ? await load() : en };
}
