import { WorkerEntrypoint } from 'cloudflare:workers';
import { parseCall } from './call.ts';
import { IMAGE_CACHE_BYTES } from './engine/limits.ts';
import { MemoryPool } from './engine/memory.ts';
import type { SqlCall, SqlReply, SqlService } from './protocol.ts';
import { runCall } from './run.ts';
import { ImageCache } from './scripts/images.ts';

/** Lives as long as the isolate: it makes a repeated set-up cheap, and bounds the memory of all calls together. */
const isolate = { cache: new ImageCache(IMAGE_CACHE_BYTES), pool: new MemoryPool() };

/** The RPC that the API binds to. */
export class Sql extends WorkerEntrypoint implements SqlService {
  async run(call: SqlCall): Promise<SqlReply> {
    return runCall(await parseCall(call), isolate);
  }
}

/** Nothing is served over HTTP. */
export default {
  fetch: () => new Response('Not found', { status: 404 }),
} satisfies ExportedHandler;
