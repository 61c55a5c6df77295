import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

/** `wanted` if nothing listens there, otherwise a free port of the system's choice. */
export async function freePort(wanted = 0): Promise<number> {
  try {
    return await listenOnce(wanted);
  } catch {
    return listenOnce(0);
  }
}

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const taken = portOf(server);
      server.close(() => resolve(taken));
    });
  });
}

/** Lets an HTTP server listen on a free port, for this machine only. @returns its URL, without a slash at the end */
export async function listenLocally(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${portOf(server)}`;
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('The server has no port.');
  return address.port;
}
