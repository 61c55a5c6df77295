import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { AppError } from '../errors/app-error.ts';
import { type AppEnv, scopeOf } from '../http.ts';
import type { Asset } from '../ports/assets.ts';
import { findAsset, listAssets, readAsset } from '../services/asset/read.ts';
import { removeAsset, saveAsset } from '../services/asset/write.ts';
import { access } from './access.ts';
import { wanted } from './conditions.ts';
import { answer, failures, notModified, ok, onInvalid } from './envelope.ts';

const capsuleParam = z.object({ capsuleId: z.string().min(1).max(64) });
const params = capsuleParam.extend({ name: z.string().min(1).max(400) });
const binary = { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } };
const asset = z
  .object({
    name: z.string(),
    contentType: z.string(),
    bytes: z.int(),
    sha256: z.string(),
    updatedAt: z.string(),
    url: z.string().openapi({ description: 'Of these very bytes: it may be kept for ever.' }),
  })
  .openapi('Asset');

const list = createRoute({
  operationId: 'listAssets',
  ...access('anyone', 'capsules:read'),
  method: 'get',
  path: '/{capsuleId}',
  summary: 'The files of a capsule',
  request: { params: capsuleParam },
  responses: { 200: answer('By name.', z.array(asset)), ...failures('NOT_FOUND') },
});
const get = createRoute({
  operationId: 'getAsset',
  ...access('anyone', 'capsules:read'),
  method: 'get',
  path: '/{capsuleId}/{name}',
  summary: 'A file; answers HEAD, Range, If-Range, If-None-Match and If-Modified-Since',
  request: { params, query: z.object({ v: z.string().max(64).optional() }) },
  responses: {
    200: { description: 'The file.', content: binary },
    206: { description: 'The part that was asked for.', content: binary },
    304: notModified,
    ...failures('NOT_FOUND', 'RANGE_NOT_SATISFIABLE'),
  },
});
const put = createRoute({
  operationId: 'saveAsset',
  ...access('owner', 'capsules:write'),
  method: 'put',
  path: '/{capsuleId}/{name}',
  summary: 'Keep a file beside a capsule, in place of the one of that name',
  description: 'The body is the file, up to 5 MiB. What it is is told by its bytes and must fit its name.',
  request: { params, body: { required: true, content: binary } },
  responses: {
    200: answer('Kept.', asset),
    ...failures('UNAUTHENTICATED', 'NOT_FOUND', 'LIMIT_REACHED', 'BODY_TOO_LARGE', 'ASSET_TYPE_REFUSED'),
  },
});
const remove = createRoute({
  operationId: 'deleteAsset',
  ...access('owner', 'capsules:write'),
  method: 'delete',
  path: '/{capsuleId}/{name}',
  summary: 'Delete a file',
  request: { params },
  responses: { 200: answer('Deleted.', z.object({})), ...failures('UNAUTHENTICATED', 'NOT_FOUND') },
});

export const assetRoutes = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid })
  .openapi(list, async c => {
    const assets = await listAssets(scopeOf(c), c.req.valid('param').capsuleId);
    return c.json(ok(assets.map(onWire)), 200);
  })
  .openapi(put, async c => {
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    return c.json(ok(onWire(await saveAsset(scopeOf(c), { ...c.req.valid('param'), bytes }))), 200);
  })
  .openapi(remove, async c => {
    await removeAsset(scopeOf(c), c.req.valid('param'));
    return c.json(ok({}), 200);
  })
  .openapi(get, async c => {
    const { asset: found, isPublic } = await findAsset(scopeOf(c), c.req.valid('param'));
    const file = validatorsOf(found);
    for (const [name, value] of Object.entries(headersOf(found, isPublic, c.req.valid('query').v))) {
      c.header(name, value);
    }
    const asked = wanted(name => c.req.header(name), file);
    if (asked.kind === 'nothing_new') return c.body(null, 304);
    if (asked.kind === 'unsatisfiable') {
      c.header('cache-control', 'no-store');
      c.header('content-range', `bytes */${file.bytes}`);
      throw new AppError('RANGE_NOT_SATISFIABLE', { details: { bytes: file.bytes } });
    }
    const range = asked.kind === 'part' ? asked.range : undefined;
    c.header('content-type', found.contentType);
    c.header('content-length', String(range?.length ?? file.bytes));
    if (range) {
      const { offset, length } = range;
      c.header('content-range', `bytes ${offset}-${offset + length - 1}/${file.bytes}`);
    }
    const body = c.req.method === 'HEAD' ? '' : await readAsset(scopeOf(c), found, range);
    return range ? c.body(body, 206) : c.body(body, 200);
  });

const tagOf = ({ sha256 }: Asset) => sha256.slice(0, 32);

function validatorsOf(found: Asset) {
  const lastModified = new Date(found.updatedAt).toUTCString();
  return { etag: `"${tagOf(found)}"`, lastModified, bytes: found.bytes };
}

/** Nothing in a file may run, whatever a browser takes it for; what is no image is downloaded. */
function headersOf(found: Asset, isPublic: boolean, version: string | undefined): Record<string, string> {
  const { etag, lastModified } = validatorsOf(found);
  const disposition = found.contentType.startsWith('image/') ? 'inline' : 'attachment';
  const forEver = version === tagOf(found);
  const shared = forEver
    ? 'public, max-age=31536000, immutable'
    : 'public, max-age=60, stale-while-revalidate=300';
  return {
    etag,
    'last-modified': lastModified,
    'accept-ranges': 'bytes',
    vary: 'Origin',
    'cache-control': isPublic ? shared : 'private, no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'content-disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(found.name)}`,
  };
}

function onWire(found: Asset) {
  const { capsuleId, name, contentType, bytes, sha256, updatedAt } = found;
  const url = `/api/v1/assets/${capsuleId}/${encodeURIComponent(name)}?v=${tagOf(found)}`;
  return { name, contentType, bytes, sha256, updatedAt, url };
}
