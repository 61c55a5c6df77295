import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { StepError } from './steps.ts';

/**
 * Holds a folder of state for this process: two that start on the same one would take each other's data and Workers.
 * What holds it is a name of Linux's abstract sockets (unix(7)), which ends with its process, however that ends.
 * @returns what lets go of it
 * @throws StepError when another process holds it
 */
export async function holdFolder(folder: string): Promise<() => void> {
  const pidFile = join(folder, 'pid');
  const server = createServer();
  server.listen(`\0devcapsules-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`);
  try {
    await once(server, 'listening');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    const pid = existsSync(pidFile) ? readFileSync(pidFile, 'utf8').trim() : null;
    const how = pid ? `Ctrl-C where it runs, or: kill ${pid}` : 'Ctrl-C where it runs';
    throw new StepError(`DevCapsules runs on ${folder} already. Stop it first (${how}).`);
  }
  server.unref();
  writeFileSync(pidFile, `${process.pid}\n`);
  return () => void server.close();
}
