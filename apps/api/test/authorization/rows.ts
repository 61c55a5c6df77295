import { clampDocument } from '../../../../packages/capsule/test/samples.ts';
import type { Person } from '../support.ts';
import {
  anotherSession,
  apiKey,
  asset,
  type Case,
  course,
  deleted,
  draft,
  generation,
  knownAccount,
  newAccount,
  PASSWORD,
  published,
  somebody,
  WISH,
  withToken,
} from './things.ts';

/** How one route is asked, and what it answers to whoever may ask. */
export interface Row {
  /** The status where access is given: of the thing asked about, not of access itself. */
  ok: number;
  /** What others get, where that is not what the document's `x-access` means: a public route on a private thing. */
  others?: number;
  /** The request, about things made for it alone; a plain one if it is left out. */
  make?: (owner: Person) => Promise<Case>;
  /** Whether it ends the asker's session, so that each must be asked by somebody new. */
  signsOut?: true;
}

const version = { headers: { 'if-match': '"v1"' } };
const solution = { body: { source_code: clampDocument.solution } };

/** One row a route of the OpenAPI document; a route without a row fails the matrix. */
export const ROWS: Record<string, Row> = {
  'GET /health': { ok: 200 },
  'GET /health/ready': { ok: 200 },

  'POST /auth/sign-up/email': { ok: 201, make: newAccount },
  'POST /auth/sign-in/email': { ok: 200, make: knownAccount },
  'POST /auth/sign-out': { ok: 200, signsOut: true },
  'GET /auth/session': { ok: 200 },
  'GET /auth/sessions': { ok: 200 },
  'DELETE /auth/sessions': { ok: 200, signsOut: true },
  'DELETE /auth/sessions/{id}': { ok: 200, make: anotherSession },
  'POST /auth/verify-email/send': { ok: 202 },
  'POST /auth/verify-email': { ok: 400, make: async () => ({ body: { token: 'none' } }) },
  'GET /auth/verify-email': { ok: 400, make: async () => ({ query: `?token=${'x'.repeat(43)}` }) },
  'POST /auth/password/forget': { ok: 202, make: async () => ({ body: { email: 'nobody@example.com' } }) },
  'POST /auth/password/reset': {
    ok: 400,
    make: async () => ({ body: { token: 'none', password: 'another password' } }),
  },
  'POST /auth/password/change': {
    ok: 200,
    make: async () => ({ body: { current: PASSWORD, password: 'another password' } }),
    signsOut: true,
  },
  'GET /auth/providers': { ok: 200 },
  'GET /auth/sign-in/{provider}': { ok: 404, make: async () => ({ params: { provider: 'github' } }) },
  'GET /auth/callback/{provider}': { ok: 302, make: async () => ({ params: { provider: 'github' } }) },
  'POST /auth/api-keys': { ok: 201, make: async () => ({ body: { name: 'One more', scopes: ['execute'] } }) },
  'GET /auth/api-keys': { ok: 200 },
  'DELETE /auth/api-keys/{id}': { ok: 200, make: apiKey },
  'GET /account/export': { ok: 200 },
  // The address is asked for, and is another's.
  'DELETE /account': { ok: 400, make: async () => ({ body: { email: 'nobody@example.com' } }) },
  'GET /usage': { ok: 200 },
  'GET /outbox': { ok: 200 },

  'GET /admin/users': { ok: 200 },
  'PUT /admin/users/{id}/plan': {
    ok: 200,
    make: async () => ({ ...(await somebody()), body: { plan: 'creator' } }),
  },
  'POST /admin/users/{id}/suspend': { ok: 200, make: somebody },
  'POST /admin/users/{id}/resume': { ok: 200, make: somebody },

  'GET /capsules': { ok: 200 },
  'POST /capsules': { ok: 201, make: async () => ({ body: clampDocument }) },
  'GET /capsules/mine': { ok: 200 },
  'GET /capsules/{id}': { ok: 200, others: 404, make: draft },
  'PUT /capsules/{id}': {
    ok: 200,
    make: async owner => ({ ...(await draft(owner)), ...version, body: clampDocument }),
  },
  'DELETE /capsules/{id}': { ok: 200, make: async owner => ({ ...(await draft(owner)), ...version }) },
  'GET /capsules/{id}/source': { ok: 200, make: draft },
  'POST /capsules/{id}/run': { ok: 200, make: async owner => ({ ...(await published(owner)), ...solution }) },
  'POST /capsules/{id}/submit': {
    ok: 200,
    make: async owner => ({ ...(await published(owner)), ...solution }),
  },
  'GET /tags': { ok: 200 },
  'GET /capsules/{id}/embedding': { ok: 200, make: draft },
  'PUT /capsules/{id}/embedding': {
    ok: 200,
    make: async owner => ({ ...(await draft(owner)), body: { allowedOrigins: [] } }),
  },
  'POST /capsules/{id}/restore': { ok: 200, make: deleted },
  'POST /capsules/{id}/verify': { ok: 200, make: draft },
  'GET /capsules/{id}/verify': { ok: 404, make: draft },
  'GET /capsules/{id}/verify/events': { ok: 404, make: draft },
  'DELETE /capsules/{id}/verify': { ok: 404, make: draft },
  'GET /capsules/{id}/proof': { ok: 404, make: draft },
  'POST /capsules/{id}/publish': { ok: 409, make: draft },
  'POST /capsules/{id}/unpublish': { ok: 200, make: published },
  'GET /capsules/{id}/versions': { ok: 200, make: draft },
  'GET /capsules/{id}/versions/{version}': {
    ok: 200,
    make: async owner => {
      const { params } = await draft(owner);
      return { params: { ...params, version: '1' } };
    },
  },
  'POST /capsules/{id}/versions/{version}/restore': {
    ok: 200,
    make: async owner => {
      const { params } = await draft(owner);
      return { params: { ...params, version: '1' } };
    },
  },
  'POST /capsules/{id}/regrade': { ok: 202, make: published },
  'GET /capsules/{id}/regrade': { ok: 200, make: published },
  'POST /capsules/{id}/regrade/apply': { ok: 200, make: published },
  'DELETE /capsules/{id}/regrade': { ok: 200, make: published },

  'GET /assets/{capsuleId}': { ok: 200, others: 404, make: asset },
  'GET /assets/{capsuleId}/{name}': { ok: 200, others: 404, make: asset },
  'PUT /assets/{capsuleId}/{name}': {
    ok: 200,
    make: async owner => ({ ...(await asset(owner)), raw: 'text' }),
  },
  'DELETE /assets/{capsuleId}/{name}': { ok: 200, make: asset },

  'GET /courses': { ok: 200 },
  'GET /courses/mine': { ok: 200 },
  'POST /courses': { ok: 201, make: async () => ({ body: { title: 'Empty', items: [] } }) },
  'GET /courses/{id}': { ok: 200, others: 404, make: course },
  'PUT /courses/{id}': {
    ok: 200,
    make: async owner => ({ ...(await course(owner)), ...version, body: { title: 'Empty', items: [] } }),
  },
  'DELETE /courses/{id}': { ok: 200, make: course },
  'POST /courses/{id}/publish': { ok: 200, make: course },
  'POST /courses/{id}/unpublish': { ok: 200, make: course },
  'GET /courses/{id}/progress': {
    ok: 200,
    others: 404,
    make: async owner => ({ ...(await withToken()), ...(await course(owner)) }),
  },

  'POST /learners': { ok: 201 },
  // With a learner token, for an address alone is nobody.
  'GET /progress': { ok: 200, make: withToken },
  'GET /progress/{capsuleId}': {
    ok: 200,
    make: async owner => ({
      ...(await withToken()),
      params: { capsuleId: (await published(owner)).params.id },
    }),
  },
  'PUT /progress/{capsuleId}/draft': {
    ok: 200,
    make: async owner => ({
      ...(await withToken()),
      params: { capsuleId: (await published(owner)).params.id },
      ...solution,
    }),
  },
  'POST /progress/claim': { ok: 200, make: withToken },

  'POST /mentor/hint': {
    ok: 200,
    make: async owner => ({ body: { capsuleId: (await published(owner)).params.id } }),
  },
  'GET /mentor/status/{capsuleId}': {
    ok: 200,
    make: async owner => ({ params: { capsuleId: (await published(owner)).params.id } }),
  },
  'POST /mentor/feedback': { ok: 404, make: async () => ({ body: { hintId: 'none', helpful: true } }) },
  'GET /mentor/use/{capsuleId}': {
    ok: 200,
    make: async owner => ({ params: { capsuleId: (await published(owner)).params.id } }),
  },

  'POST /execute': { ok: 200, make: async () => ({ body: { language: 'sql', source_code: 'SELECT 1' } }) },
  // Without a WebSocket.
  'GET /execute/connect': { ok: 400 },
  'GET /execute/languages': { ok: 200 },
  'POST /execute/batch': {
    ok: 200,
    make: async () => ({ body: { language: 'python', source_code: 'print(1)', cases: [{}] } }),
  },

  // Whoever may ask is told that it can't be done: nothing is to be generated here.
  'POST /capsules/{id}/regenerate': {
    ok: 422,
    make: async owner => ({ ...(await draft(owner)), ...version, body: { part: 'hints' } }),
  },
  'POST /generate': { ok: 202, make: async () => ({ body: WISH }) },
  'GET /generate/{id}/status': { ok: 200, make: generation },
  'GET /generate/{id}/events': { ok: 200, make: generation },
  'POST /generate/{id}/cancel': { ok: 200, make: generation },

  'POST /analytics/track': {
    ok: 202,
    make: async () => ({ body: { events: [{ id: 'one', capsuleId: 'none', type: 'impression' }] } }),
  },
  'GET /analytics/dashboard': { ok: 200 },
  'GET /analytics/capsules/{id}': { ok: 200, make: published },
  'GET /analytics/courses/{id}': { ok: 200, make: course },
  'GET /analytics/public/{id}': { ok: 200, make: published },

  'GET /admin/flags': { ok: 200 },
  'PUT /admin/flags': { ok: 200, make: async () => ({ body: { name: 'generation.enabled', value: true } }) },
  'GET /admin/budget': { ok: 200 },
  'PUT /admin/budget': { ok: 200, make: async () => ({ body: { dailyUsd: null } }) },
  'GET /admin/status': { ok: 200 },
  'GET /admin/dead-letters': { ok: 200 },
  'POST /admin/dead-letters/{id}/replay': { ok: 404 },
  'DELETE /admin/dead-letters/{id}': { ok: 404 },
};
