'use client';
import { data } from '@devcapsules/client/client';
import { follow } from '@devcapsules/client/follow';
import type { components } from '@devcapsules/client/schema';
import { useState } from 'react';
import { api, messageOf, streams } from '#browser/api.ts';
import type { Proof } from '#proof/evidence.tsx';

type Job = components['schemas']['Job'];

export interface ProofState {
  proof: Proof | null;
  /** While it goes on. */
  job: Job | null;
  error: string | null;
  /** Proves what is stored. Resolves with whether it holds. */
  prove: () => Promise<boolean>;
  cancel: () => Promise<void>;
}

/** The proof of a draft: followed while it goes on, and its evidence. */
export function useProof(id: string, initial: Proof | null): ProofState {
  const [proof, setProof] = useState(initial);
  const [job, setJob] = useState<Job | null>(null);
  const [error, setError] = useState<string | null>(null);
  const params = { path: { id } };

  const prove = async (): Promise<boolean> => {
    setError(null);
    try {
      const prefer = { ...params, header: { prefer: 'respond-async' } };
      const started = await data(api.POST('/api/v1/capsules/{id}/verify', { params: prefer }));
      let last: Job | null = 'state' in started ? started : null;
      setJob(last);
      const told = streams.GET('/api/v1/capsules/{id}/verify/events', { params, parseAs: 'stream' });
      for await (const one of follow<Job>(told)) {
        last = one;
        setJob(one);
      }
      if (last?.state === 'failed') setError(failureOf(last));
      if (last?.state !== 'done') return false;
      const found = await data(api.GET('/api/v1/capsules/{id}/proof', { params }));
      setProof(found);
      return found.passed;
    } catch (problem) {
      setError(messageOf(problem));
      return false;
    } finally {
      setJob(null);
    }
  };
  const cancel = async () => {
    try {
      await data(api.DELETE('/api/v1/capsules/{id}/verify', { params }));
    } catch (problem) {
      setError(messageOf(problem));
    }
  };
  return { proof, job, error, prove, cancel };
}

function failureOf({ error }: Job): string {
  if (error?.code === 'RUNNER_UNAVAILABLE' || error?.code === 'RUNNER_BUSY') {
    return `Programs can’t be run right now. Try again in ${error.retryAfterSeconds ?? 30} s.`;
  }
  return `The proof did not come to an end (${error?.code ?? 'unknown'}). Nothing is wrong with your capsule.`;
}
