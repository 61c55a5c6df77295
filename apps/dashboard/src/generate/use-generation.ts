'use client';
import { follow } from '@devcapsules/client/follow';
import { useEffect, useState } from 'react';
import { messageOf, streams } from '#browser/api.ts';
import type { Generation } from './stages.ts';

interface Followed {
  job: Generation | null;
  error: string | null;
  /** Follows anew, after an error. */
  retry: () => void;
  /** Takes over what another answer told. */
  put: (job: Generation) => void;
}

/** A job as it goes on, told by the server. */
export function useGeneration(id: string): Followed {
  const [job, setJob] = useState<Generation | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt follows anew.
  useEffect(() => {
    const left = new AbortController();
    const read = async () => {
      setError(null);
      const params = { path: { id } };
      const asked = streams.GET('/api/v1/generate/{id}/events', {
        params,
        parseAs: 'stream',
        signal: left.signal,
      });
      for await (const told of follow<Generation>(asked)) setJob(told);
    };
    read().catch((problem: unknown) => {
      if (!left.signal.aborted) setError(messageOf(problem));
    });
    return () => left.abort();
  }, [id, attempt]);
  return { job, error, retry: () => setAttempt(attempt + 1), put: setJob };
}
