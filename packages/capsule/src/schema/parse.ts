import { z } from 'zod';
import { type Capsule, functionCapsule, programCapsule, queryCapsule, stdioCapsule } from './capsule.ts';

/** One thing wrong with a document: where (`tests.3.args`) and what, in words for its author. */
export interface Problem {
  path: string;
  message: string;
}

export type Parsed = { ok: true; capsule: Capsule } | { ok: false; problems: Problem[] };

const byKind = {
  function: functionCapsule,
  stdio: stdioCapsule,
  program: programCapsule,
  query: queryCapsule,
} as const;

const outline = z.looseObject({
  judge: z.looseObject({ kind: z.enum(['function', 'stdio', 'program', 'query']) }),
});

/** Reads a capsule document. The judge decides which shape the rest must have, so problems name the real field. */
export function parseCapsule(document: unknown): Parsed {
  const kind = outline.safeParse(document);
  if (!kind.success) return { ok: false, problems: problemsOf(kind.error) };
  const parsed = byKind[kind.data.judge.kind].safeParse(document);
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) };
  return { ok: true, capsule: parsed.data };
}

/** Zod's issues as public problems. */
export function problemsOf(error: z.ZodError): Problem[] {
  return error.issues.map(issue => ({ path: issue.path.map(String).join('.'), message: issue.message }));
}
