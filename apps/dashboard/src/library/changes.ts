import { data } from '@devcapsules/client/client';
import { api, messageOf } from '#browser/api.ts';

export type Change = 'publish' | 'unpublish' | 'delete' | 'restore';

interface About {
  /** "3 capsules …" */
  done: string;
  /** What takes it back. */
  inverse: Change;
}

export const CHANGES: Record<Change, About> = {
  publish: { done: 'published', inverse: 'unpublish' },
  unpublish: { done: 'unpublished', inverse: 'publish' },
  delete: { done: 'deleted', inverse: 'restore' },
  restore: { done: 'restored', inverse: 'delete' },
};

/** What came of a change to several capsules: each is done or not by itself. */
export interface Outcome {
  done: string[];
  /** Why others were not changed, each reason once. */
  reasons: string[];
}

/** One after the other, so that the allowance of requests is met in order. */
export async function changeAll(change: Change, ids: readonly string[]): Promise<Outcome> {
  const outcome: Outcome = { done: [], reasons: [] };
  for (const id of ids) {
    try {
      await changeOne(change, id);
      outcome.done.push(id);
    } catch (error) {
      const reason = messageOf(error);
      if (!outcome.reasons.includes(reason)) outcome.reasons.push(reason);
    }
  }
  return outcome;
}

async function changeOne(change: Change, id: string): Promise<unknown> {
  const params = { path: { id } };
  switch (change) {
    case 'publish':
      return data(api.POST('/api/v1/capsules/{id}/publish', { params }));
    case 'unpublish':
      return data(api.POST('/api/v1/capsules/{id}/unpublish', { params }));
    case 'delete':
      return data(api.DELETE('/api/v1/capsules/{id}', { params }));
    case 'restore':
      return data(api.POST('/api/v1/capsules/{id}/restore', { params }));
  }
}
