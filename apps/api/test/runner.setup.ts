import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { localRunner } from '../../../tools/lib/local-runner.ts';

/** Starts the real runner, and beside it a server that answers as a broken one would. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { runnerPort, doublePort } = project.getProvidedContext();
  const folder = mkdtempSync(join(tmpdir(), 'api-test-'));
  const runner = localRunner({
    port: runnerPort,
    secret: 'a-runner-secret-for-tests',
    isolation: 'full',
    logFile: join(folder, 'runner.log'),
  });
  await runner.start().catch(async (error: unknown) => {
    await runner.stop();
    throw error;
  });
  const double = await startDouble(doublePort);
  return async () => {
    double.closeAllConnections();
    double.close();
    await runner.stop();
    rmSync(folder, { recursive: true });
  };
}

/** The first segment of the path says how to misbehave. */
function startDouble(port: number) {
  const server = createServer((request, response) => {
    const [, mode] = (request.url ?? '').split('/');
    request.resume();
    if (mode === '500') response.writeHead(500).end('Traceback: /etc/secret');
    else if (mode === '429') response.writeHead(429, { 'retry-after': '7' }).end('{"message":"full"}');
    else if (mode === 'html') response.end('<html>gateway</html>');
    else if (mode === 'shape') response.end('{"cases":[{"stdout":1}]}');
    else if (mode === 'unknown-status') response.end(JSON.stringify({ cases: [stage('ZZ')] }));
    else if (mode === 'fewer-cases') response.end(JSON.stringify({ cases: [] }));
    else if (mode === 'cut') response.write('{"cases":[', () => response.destroy());
    else response.destroy();
  });
  return new Promise<typeof server>(resolve => {
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

const stage = (status: string) => ({
  stdout: '',
  stderr: '',
  code: 0,
  signal: null,
  status,
  cpu_time: 1,
  wall_time: 1,
  memory: 1,
});
