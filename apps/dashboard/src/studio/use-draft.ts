'use client';
import type { Capsule } from '@devcapsules/capsule/schema/capsule';
import { type Problem, parseCapsule } from '@devcapsules/capsule/schema/parse';
import { data } from '@devcapsules/client/client';
import { ApiError } from '@devcapsules/client/error';
import type { components } from '@devcapsules/client/schema';
import { useMemo, useState } from 'react';
import { api, messageOf } from '#browser/api.ts';
import { readSource } from './source.ts';

/** A stored state of a capsule. */
export interface Stored {
  capsule: Capsule;
  version: number;
}

/** What may be changed at once; that the parts fit each other is checked when they are saved. */
export type Change = Partial<{ [Key in keyof Capsule]: Capsule[Key] }> & {
  judge?: Capsule['judge'];
  tests?: Capsule['tests'];
};

export interface DraftState {
  draft: Capsule;
  change: (change: Change) => void;
  isDirty: boolean;
  version: number;
  /** Whether it is stored now; false says why in `problems`, `error` or `conflict`. */
  save: () => Promise<boolean>;
  saving: boolean;
  problems: Problem[];
  error: string | null;
  /** What somebody else stored meanwhile. */
  conflict: Stored | null;
  /** Stores mine over it; theirs stays among the versions. */
  keepMine: () => Promise<boolean>;
  takeTheirs: () => void;
  /** What the server has now, whoever put it there. */
  settle: (stored: Stored) => void;
  /** Grows whenever the whole document came from the server: fields begin anew. */
  edition: number;
}

/** The document as it is edited, beside what is stored. */
export function useDraft(id: string, initial: Stored): DraftState {
  const [draft, setDraft] = useState(initial.capsule);
  const [stored, setStored] = useState(initial);
  const [saving, setSaving] = useState(false);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [error, setError] = useState<string | null>(null);
  const [conflict, setConflict] = useState<Stored | null>(null);
  const [edition, setEdition] = useState(0);
  const isDirty = useMemo(() => JSON.stringify(draft) !== JSON.stringify(stored.capsule), [draft, stored]);

  const settle = (next: Stored) => {
    setDraft(next.capsule);
    setStored(next);
    setEdition(now => now + 1);
    setConflict(null);
    setProblems([]);
  };
  const store = async (onto: number): Promise<boolean> => {
    const parsed = parseCapsule(draft);
    setProblems(parsed.ok ? [] : parsed.problems);
    setError(null);
    if (!parsed.ok) return false;
    setSaving(true);
    try {
      const params = { path: { id } };
      const headers = { 'if-match': `"v${onto}"` };
      // The same schema: only how it writes what may be left out differs.
      const body = parsed.capsule as components['schemas']['Capsule'];
      const { version } = await data(api.PUT('/api/v1/capsules/{id}', { params, headers, body }));
      setStored({ capsule: draft, version });
      setConflict(null);
      return true;
    } catch (problem) {
      if (problem instanceof ApiError && problem.code === 'VERSION_CONFLICT')
        setConflict(await readSource(id));
      else setError(messageOf(problem));
      return false;
    } finally {
      setSaving(false);
    }
  };
  return {
    draft,
    change: change => setDraft(now => ({ ...now, ...change }) as Capsule),
    isDirty,
    version: stored.version,
    save: () => (isDirty ? store(stored.version) : Promise.resolve(true)),
    saving,
    problems,
    error,
    conflict,
    keepMine: () => store(conflict?.version ?? stored.version),
    takeTheirs: () => conflict && settle(conflict),
    settle,
    edition,
  };
}
