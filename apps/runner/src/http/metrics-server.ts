/** `/metrics` for a scraper on this machine, which can't sign: on loopback, and nothing else. */

import { createServer, type Server } from 'node:http';
import type { Metrics } from '../metrics.ts';

/** Listens on a port of loopback. @throws when it is taken */
export async function serveMetrics(metrics: Metrics, port: number): Promise<Server> {
  const server = createServer(async (request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    const text = await metrics.render();
    response.writeHead(200, { 'content-type': metrics.contentType }).end(text);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}
