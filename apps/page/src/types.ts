import type { Difficulty, Language } from '@devcapsules/capsule/schema/capsule';
import type { Judgement, Verdict } from '@devcapsules/capsule/verdict';
import type { LearnerView } from '@devcapsules/capsule/view';

export interface Entry {
  id: string;
  title: string;
  description: string;
  language: Language;
  difficulty: Difficulty;
  testCount: number;
}

export interface EntryPage {
  data: Entry[];
  page: { nextCursor: string | null; total: number };
}

export type Capsule = LearnerView & { id: string; isPublished: boolean };

export interface Execution {
  stdout: string;
  stderr: string;
  verdict: Verdict;
  timeMs: number;
  compile?: { stderr: string };
}

export type RunResult = { kind: 'tests'; judgement: Judgement } | { kind: 'execution'; execution: Execution };

export const LANGUAGE_NAMES: Record<Language, string> = {
  python: 'Python',
  javascript: 'JavaScript',
  java: 'Java',
  c: 'C',
  cpp: 'C++',
  sql: 'SQL',
};

export const DIFFICULTY_NAMES: Record<Difficulty, string> = { EASY: 'Easy', MEDIUM: 'Medium', HARD: 'Hard' };
