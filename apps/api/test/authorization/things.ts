import { env } from 'cloudflare:test';
import { clampDocument } from '../../../../packages/capsule/test/samples.ts';
import { ask, NOTHING_GENERATED, Person, someAddress } from '../support.ts';

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

/** What the built-in bank can make, in a language that needs no runner. */
export const WISH = { prompt: 'count the distinct customers', language: 'sql', difficulty: 'EASY' };

/** A generation that the owner asked for and has cancelled: how far it is is no matter of access. */
export async function generation(owner: Person): Promise<{ params: { id: string } }> {
  const { body } = await owner.ask('POST', '/generate', { body: WISH, env: NOTHING_GENERATED });
  const { jobId } = body.data;
  await owner.ask('POST', `/generate/${jobId}/cancel`);
  return { params: { id: jobId } };
}

/** The token of a learner without an account. */
export async function withToken(): Promise<{ headers: Record<string, string> }> {
  const address = { 'cf-connecting-ip': someAddress() };
  const { body } = await ask('POST', '/learners', { headers: address });
  return { headers: { 'x-learner-token': body.data.token, ...address } };
}

/** Of everybody in the tests. */
export const PASSWORD = 'a long password';

/** From an address of its own, for those who try many accounts are slowed down. */
const fromSomewhere = () => ({ headers: { 'cf-connecting-ip': someAddress() } });

/** A person who is not here yet. */
export async function newAccount(): Promise<Case> {
  const email = `${crypto.randomUUID()}@example.com`;
  return { ...fromSomewhere(), body: { email, name: 'New', password: PASSWORD } };
}

/** A person who is. */
export async function knownAccount(): Promise<Case> {
  const { email } = await Person.signUp();
  return { ...fromSomewhere(), body: { email, password: PASSWORD } };
}

/** Where the owner is signed in beside here. */
export async function anotherSession(owner: Person): Promise<Case> {
  const there = await owner.signIn();
  const { body } = await there.ask('GET', '/auth/sessions');
  const current = body.data.find((session: { isCurrent: boolean }) => session.isCurrent);
  return { params: { id: current.id } };
}

/** A key of the owner. */
export async function apiKey(owner: Person): Promise<Case> {
  const { body } = await owner.ask('POST', '/auth/api-keys', { body: { name: 'Mine', scopes: ['execute'] } });
  return { params: { id: body.data.id } };
}

/** An account for an admin to look after. */
export async function somebody(): Promise<Case> {
  const { body } = await (await Person.signUp()).ask('GET', '/auth/session');
  return { params: { id: body.data.user.id } };
}

/** A course of the owner's that is not published. */
export async function course(owner: Person): Promise<{ params: { id: string } }> {
  const { id } = (await draft(owner)).params;
  const made = await owner.ask('POST', '/courses', { body: { title: 'Course', items: [{ capsuleId: id }] } });
  return { params: { id: made.body.data.id } };
}

/** A file of a draft. */
export async function asset(owner: Person): Promise<{ params: { capsuleId: string; name: string } }> {
  const params = { capsuleId: (await draft(owner)).params.id, name: 'notes.txt' };
  await owner.ask('PUT', `/assets/${params.capsuleId}/${params.name}`, { raw: 'Notes' });
  return { params };
}
