import type { Capsule } from '@devcapsules/capsule/schema/capsule';
import { parseCapsule } from '@devcapsules/capsule/schema/parse';
import { data } from '@devcapsules/client/client';
import { api } from '#browser/api.ts';

/** What the API stores was parsed by the same schema when it was written. */
export function asCapsule(document: unknown): Capsule {
  const parsed = parseCapsule(document);
  if (!parsed.ok) throw new Error('What is stored does not fit the schema.');
  return parsed.capsule;
}

/** The newest state, whoever stored it. */
export async function readSource(id: string): Promise<{ capsule: Capsule; version: number }> {
  const { capsule, version } = await data(
    api.GET('/api/v1/capsules/{id}/source', { params: { path: { id } } }),
  );
  return { capsule: asCapsule(capsule), version };
}
