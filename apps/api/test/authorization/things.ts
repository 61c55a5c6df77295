import { env } from 'cloudflare:test';
import { clampDocument } from '../../../../packages/capsule/test/samples.ts';
import { ask, type Person, someAddress } from '../support.ts';

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

/** A deleted draft of the owner. */
export async function deleted(owner: Person): Promise<{ params: { id: string } }> {
  const made = await draft(owner);
  await owner.ask('DELETE', `/capsules/${made.params.id}`);
  return made;
}

/** The token of a learner without an account. */
export async function withToken(): Promise<{ headers: Record<string, string> }> {
  const address = { 'cf-connecting-ip': someAddress() };
  const { body } = await ask('POST', '/learners', { headers: address });
  return { headers: { 'x-learner-token': body.data.token, ...address } };
}

/** A course of the owner's that is not published. */
export async function course(owner: Person): Promise<{ params: { id: string } }> {
  const { id } = (await draft(owner)).params;
  const made = await owner.ask('POST', '/courses', { body: { title: 'Course', items: [{ capsuleId: id }] } });
  return { params: { id: made.body.data.id } };
}
