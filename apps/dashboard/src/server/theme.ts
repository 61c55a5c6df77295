import { cookies } from 'next/headers';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The visitor's choice; a cookie, so that the first byte of a page has it already. */
export async function chosenTheme(): Promise<Theme> {
  const given = (await cookies()).get('theme')?.value;
  return THEMES.find(theme => theme === given) ?? 'system';
}
