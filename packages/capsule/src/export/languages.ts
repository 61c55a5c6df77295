import type { Language } from '../schema/capsule.ts';

/** File name extensions, as the folder form uses them. */
export const EXTENSION: Record<Language, string> = {
  python: 'py',
  javascript: 'js',
  java: 'java',
  c: 'c',
  cpp: 'cpp',
  sql: 'sql',
};
