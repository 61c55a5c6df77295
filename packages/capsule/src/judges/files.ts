import type { ProgramLanguage, SourceFile } from '../execution.ts';

const MAIN: Record<ProgramLanguage, string> = {
  python: 'main.py',
  javascript: 'main.js',
  java: 'Main.java',
  c: 'main.c',
  cpp: 'main.cpp',
};

/** The file a learner's source is put in. */
export function mainFile(language: ProgramLanguage, source: string): SourceFile {
  return { name: MAIN[language], content: source };
}
