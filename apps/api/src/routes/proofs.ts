import type { Capsule } from '@devcapsules/capsule/schema/capsule';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { type AppEnv, scopeOf } from '../http.ts';
import { getProof } from '../services/capsule/proof.ts';
import { publishCapsule, unpublishCapsule } from '../services/capsule/publish.ts';
import {
  cancelProof,
  followProof,
  getProofJob,
  startProof,
  verifyCapsule,
} from '../services/capsule/verify.ts';
import { getVersion, listVersions, restoreVersion } from '../services/capsule/versions.ts';
import { access } from './access.ts';
import { partOf } from './components.ts';
import { etagOf } from './document.ts';
import { answer, failures, ok, onInvalid } from './envelope.ts';
import { eventStream, idParam, job, proof, written } from './schemas.ts';

const versionParam = idParam.extend({ version: z.coerce.number().int().positive() });

const verify = createRoute({
  operationId: 'verifyCapsule',
  ...access('owner', 'capsules:write'),
  method: 'post',
  path: '/{id}/verify',
  summary: 'Prove the draft by execution',
  description:
    'Waits for the evidence, or answers at once when asked to by `Prefer: respond-async` (RFC 7240). A proof of the same content that is under way is joined.',
  request: { params: idParam, headers: z.object({ prefer: z.string().optional() }) },
  responses: {
    200: answer('The evidence; `passed` says whether it holds.', proof),
    202: answer('It has been started.', job),
    ...failures(
      ...(['UNAUTHENTICATED', 'NOT_FOUND', 'PROOF_CANCELLED'] as const),
      ...(['RUNNER_UNAVAILABLE', 'RUNNER_BUSY'] as const),
    ),
  },
});
const getJob = createRoute({
  operationId: 'getProofJob',
  ...access('owner', 'capsules:read'),
  method: 'get',
  path: '/{id}/verify',
  summary: 'How far the proof is',
  request: { params: idParam },
  responses: { 200: answer('The newest proof job.', job), ...failures('UNAUTHENTICATED', 'NOT_FOUND') },
});
const events = createRoute({
  operationId: 'followProof',
  ...access('owner', 'capsules:read'),
  method: 'get',
  path: '/{id}/verify/events',
  summary: 'The proof as it goes, as server-sent events',
  request: { params: idParam },
  responses: {
    200: eventStream,
    ...failures('UNAUTHENTICATED', 'NOT_FOUND'),
  },
});
const cancel = createRoute({
  operationId: 'cancelProof',
  ...access('owner', 'capsules:write'),
  method: 'delete',
  path: '/{id}/verify',
  summary: 'Cancel the proof',
  request: { params: idParam },
  responses: {
    200: answer('The job; one that had ended before stays as it was.', job),
    ...failures('UNAUTHENTICATED', 'NOT_FOUND'),
  },
});
const getEvidence = createRoute({
  operationId: 'getProof',
  ...access('owner', 'capsules:read'),
  method: 'get',
  path: '/{id}/proof',
  summary: 'The newest evidence',
  request: { params: idParam },
  responses: {
    200: answer('The evidence.', proof.extend({ fresh: z.boolean(), report: z.string() })),
    ...failures('UNAUTHENTICATED', 'NOT_FOUND'),
  },
});
const publish = createRoute({
  operationId: 'publishCapsule',
  ...access('owner', 'capsules:write'),
  method: 'post',
  path: '/{id}/publish',
  summary: 'Publish the draft, if it is proven',
  request: { params: idParam },
  responses: {
    200: answer('Published.', z.object({ id: z.string(), publishedVersion: z.int() })),
    ...failures('UNAUTHENTICATED', 'EMAIL_UNVERIFIED', 'NOT_FOUND', 'PROOF_REQUIRED', 'VERSION_CONFLICT'),
  },
});
const unpublish = createRoute({
  operationId: 'unpublishCapsule',
  ...access('owner', 'capsules:write'),
  method: 'post',
  path: '/{id}/unpublish',
  summary: 'Hide the capsule from learners',
  request: { params: idParam },
  responses: {
    200: answer('Hidden.', z.object({})),
    ...failures('UNAUTHENTICATED', 'NOT_FOUND', 'VERSION_CONFLICT'),
  },
});
const versions = createRoute({
  operationId: 'listVersions',
  ...access('owner', 'capsules:read'),
  method: 'get',
  path: '/{id}/versions',
  summary: 'All versions, newest first',
  request: { params: idParam },
  responses: {
    200: answer(
      'The versions.',
      z.array(z.object({ version: z.int(), contentHash: z.string(), createdAt: z.string() })),
    ),
    ...failures('UNAUTHENTICATED', 'NOT_FOUND'),
  },
});
const oneVersion = createRoute({
  operationId: 'getVersion',
  ...access('owner', 'capsules:read'),
  method: 'get',
  path: '/{id}/versions/{version}',
  summary: 'One version, whole',
  request: { params: versionParam },
  responses: {
    200: answer(
      'As it was stored.',
      z.object({
        version: z.int(),
        contentHash: z.string(),
        createdAt: z.string(),
        capsule: partOf<Capsule>('Capsule'),
      }),
    ),
    ...failures('UNAUTHENTICATED', 'NOT_FOUND'),
  },
});
const restore = createRoute({
  operationId: 'restoreVersion',
  ...access('owner', 'capsules:write'),
  method: 'post',
  path: '/{id}/versions/{version}/restore',
  summary: 'Make an old version the draft again',
  request: { params: versionParam },
  responses: {
    200: answer('Stored as a new version.', written),
    ...failures('UNAUTHENTICATED', 'NOT_FOUND', 'VERSION_CONFLICT'),
  },
});

/** Proof, publication and versions of a capsule. */
export const proofRoutes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid })
  .openapi(verify, async c => {
    const { id } = c.req.valid('param');
    const { prefer } = c.req.valid('header');
    if (!prefer?.split(',').some(one => one.trim() === 'respond-async')) {
      return c.json(ok(await verifyCapsule(scopeOf(c), id)), 200);
    }
    c.header('preference-applied', 'respond-async');
    c.header('location', new URL(c.req.url).pathname);
    return c.json(ok(await startProof(scopeOf(c), id)), 202);
  })
  .openapi(getJob, async c => c.json(ok(await getProofJob(scopeOf(c), c.req.valid('param').id)), 200))
  .openapi(events, async c => {
    const stream = await followProof(scopeOf(c), c.req.valid('param').id);
    return c.body(stream, 200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  })
  .openapi(cancel, async c => c.json(ok(await cancelProof(scopeOf(c), c.req.valid('param').id)), 200))
  .openapi(getEvidence, async c => {
    return c.json(ok(await getProof(scopeOf(c), c.req.valid('param').id)), 200);
  })
  .openapi(publish, async c => {
    return c.json(ok(await publishCapsule(scopeOf(c), c.req.valid('param').id)), 200);
  })
  .openapi(unpublish, async c => {
    await unpublishCapsule(scopeOf(c), c.req.valid('param').id);
    return c.json(ok({}), 200);
  })
  .openapi(versions, async c => {
    return c.json(ok(await listVersions(scopeOf(c), c.req.valid('param').id)), 200);
  })
  .openapi(oneVersion, async c => {
    const { content: capsule, ...about } = await getVersion(scopeOf(c), c.req.valid('param'));
    return c.json(ok({ ...about, capsule }), 200);
  })
  .openapi(restore, async c => {
    const result = await restoreVersion(scopeOf(c), c.req.valid('param'));
    c.header('etag', etagOf(result.version));
    return c.json(ok(result), 200);
  });
