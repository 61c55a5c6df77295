'use client';
import { useCallback, useState } from 'react';
import { messageOf } from './api.ts';

/** Something a visitor starts: whether it is under way, and what went wrong. */
export function useAction<Given extends unknown[]>(work: (...given: Given) => Promise<void>) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const start = useCallback(
    async (...given: Given) => {
      setBusy(true);
      setError(null);
      try {
        await work(...given);
      } catch (problem) {
        setError(messageOf(problem));
      } finally {
        setBusy(false);
      }
    },
    [work],
  );
  return { busy, error, start, setError };
}
