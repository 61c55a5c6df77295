import { env } from 'cloudflare:test';
import { clampDocument } from '../../../../packages/capsule/test/samples.ts';
import type { Person } from '../support.ts';

/** What a request of the matrix carries. */
export interface Case {
  params?: Record<string, string>;
  query?: string;
  body?: unknown;
  raw?: BodyInit;
  headers?: Record<string, string>;
}

/** A draft of the owner, as the parameter `id`. */
export async function draft(owner: Person): Promise<{ params: { id: string } }> {
  const { body } = await owner.ask('POST', '/capsules', { body: clampDocument });
  return { params: { id: body.data.id } };
}

/** A published capsule of the owner; that its proof is not there is no matter of access. */
export async function published(owner: Person): Promise<{ params: { id: string } }> {
  const made = await draft(owner);
  await env.DB.prepare('UPDATE capsules SET is_published = 1, published_version = 1 WHERE id = ?')
    .bind(made.params.id)
    .run();
  return made;
}
