import type { Messages } from './en.ts';
import { type MoreMessages, moreEn } from './more-en.ts';

/** All that a part may say which is loaded when it is needed. */
export type AllMessages = Messages & MoreMessages;

const CATALOGUES: Record<string, () => Promise<MoreMessages>> = {
  de: async () => (await import('./more-de.ts')).moreDe,
};

export async function allMessages(language: string, t: Messages): Promise<AllMessages> {
  const load = CATALOGUES[language];
  return { ...t, ...(load ? await load() : moreEn) };
}
