import { WorkerEntrypoint } from 'cloudflare:workers';
import { parseCall } from './call.ts';
import type { SqlCall, SqlReply, SqlService } from './protocol.ts';
import { runCall } from './run.ts';
import { ImageCache } from './scripts/images.ts';

/** Lives as long as the isolate: it is what makes a repeated set-up cheap. */
const images = new ImageCache();

/** The RPC that the API binds to. */
export class Sql extends WorkerEntrypoint implements SqlService {
  async run(call: SqlCall): Promise<SqlReply> {
    return runCall(await parseCall(call), images);
  }
}

/** Nothing is served over HTTP. */
export default {
  fetch: () => new Response('Not found', { status: 404 }),
} satisfies ExportedHandler;
