import type { components } from '@devcapsules/client/schema';

type Schemas = components['schemas'];
export type Capsule = Schemas['CapsuleView'];
export type Language = Capsule['language'];
export type Judgement = Schemas['Judgement'];
export type TestResult = Judgement['tests'][number];
export type Verdict = Judgement['verdict'];
export type Execution = Schemas['Execution'];
export type RunResult = { kind: 'tests'; judgement: Judgement } | { kind: 'execution'; execution: Execution };
export type ResultSet = Schemas['ResultSet'];
export type SqlValue = ResultSet['rows'][number][number];
export type Shown = NonNullable<TestResult['input']>;
export type Hint = NonNullable<Schemas['Hint']>;
export type Explanation = NonNullable<Schemas['Explanation']>;

export const LANGUAGE_NAMES: Record<Language, string> = {
  python: 'Python',
  javascript: 'JavaScript',
  java: 'Java',
  c: 'C',
  cpp: 'C++',
  sql: 'SQL',
};
