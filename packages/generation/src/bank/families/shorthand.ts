import type { ProgramLanguage } from '@devcapsules/capsule/execution';
import type { CodeExercise, Edit } from '../family.ts';

type Case = CodeExercise['cases'][number];

/** A case that learners see. */
export const shown = (name: string, ...args: unknown[]): Case => ({ name, args, hidden: false });

/** A case that they don't. */
export const hidden = (name: string, ...args: unknown[]): Case => ({ name, args, hidden: true });

/** One edit for all languages but those that write the place in another way. */
export function alike(
  right: string,
  wrong: string,
  apart: Partial<Record<ProgramLanguage, Edit>> = {},
): Record<ProgramLanguage, Edit> {
  const edit: Edit = [right, wrong];
  return { python: edit, javascript: edit, java: edit, c: edit, cpp: edit, ...apart };
}

/** A value as statements write it: with a blank behind each comma. */
export function told(value: unknown): string {
  return Array.isArray(value) ? `[${value.map(told).join(', ')}]` : JSON.stringify(value);
}
