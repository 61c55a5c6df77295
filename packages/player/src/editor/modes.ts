import { StreamLanguage } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import type { Language } from '../types.ts';

/** Loaded when a capsule needs it. Stream parsers are a sixth of the grammars' size, and colour as well. */
const MODES: Record<Language, () => Promise<Extension>> = {
  python: async () => StreamLanguage.define((await import('@codemirror/legacy-modes/mode/python')).python),
  javascript: async () =>
    StreamLanguage.define((await import('@codemirror/legacy-modes/mode/javascript')).javascript),
  java: async () => StreamLanguage.define((await import('./modes/clike.ts')).java),
  c: async () => StreamLanguage.define((await import('./modes/clike.ts')).c),
  cpp: async () => StreamLanguage.define((await import('./modes/clike.ts')).cpp),
  sql: async () => StreamLanguage.define((await import('./modes/sql.ts')).sqlite),
};

export function modeOf(language: Language): Promise<Extension> {
  return MODES[language]();
}
