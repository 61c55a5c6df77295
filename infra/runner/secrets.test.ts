import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { installSystemPackages } from '../../tools/lib/system.ts';

/**
 * Stands in for Azure: the metadata service of a machine and its Key Vault, on one port, as their REST documentation
 * has them. https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token
 */
const CLIENT = '11111111-2222-3333-4444-555555555555';
const secrets: Record<string, string> = {};
let refusals: number;
let asked: string[];

function answer(request: IncomingMessage, response: ServerResponse) {
  const url = new URL(request.url ?? '', 'http://azure');
  const reply = (status: number, body: unknown) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  asked.push(`${request.method} ${url.pathname}`);
  if (url.pathname === '/metadata/identity/oauth2/token') {
    if (request.headers.metadata !== 'true') return reply(400, { error: 'bad_request_102' });
    if (url.searchParams.get('resource') !== 'https://vault.azure.net')
      return reply(400, { error: 'invalid_resource' });
    if (url.searchParams.get('client_id') !== CLIENT) return reply(400, { error: 'invalid_request' });
    return reply(200, { access_token: 'a-token', expires_in: '86399', token_type: 'Bearer' });
  }
  if (request.headers.authorization !== 'Bearer a-token')
    return reply(401, { error: { code: 'Unauthorized' } });
  if (refusals-- > 0) return reply(403, { error: { code: 'Forbidden' } });
  const value = secrets[url.pathname.replace('/secrets/', '')];
  return value === undefined || url.searchParams.get('api-version') === null
    ? reply(404, { error: { code: 'SecretNotFound' } })
    : reply(200, { value, id: `https://vault/secrets${url.pathname}` });
}

const ENV = 'RUNNER_SECRET=shared-with-the-api\nRUNNER_PREVIOUS_SECRET=shared-before\n';
const server = createServer(answer);
let address: string;
let folder: string;

beforeAll(async () => {
  const line = await installSystemPackages([
    { name: 'curl', file: '/usr/bin/curl' },
    { name: 'jq', file: '/usr/bin/jq' },
  ]);
  if (line !== null) throw new Error(`These tests need system packages. Run this first:\n    ${line}`);
});
beforeEach(async () => {
  refusals = 0;
  asked = [];
  Object.assign(secrets, {
    'runner-secret': 'shared-with-the-api',
    'runner-secret-previous': 'shared-before',
    'tunnel-token-centralindia': 'ey.token',
  });
  folder = mkdtempSync(join(tmpdir(), 'devcapsules-secrets-'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('The double has no port');
  address = `http://127.0.0.1:${at.port}`;
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

/** Runs the script as its unit does. */
async function run(region = 'centralindia') {
  const child = spawn('bash', [join(import.meta.dirname, 'files/secrets.sh')], {
    env: {
      PATH: process.env.PATH,
      METADATA_URL: address,
      VAULT_URL: `${address}/`,
      IDENTITY_CLIENT_ID: CLIENT,
      REGION: region,
      RUNTIME_DIRECTORY: folder,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stderr = text(child.stderr);
  const [code] = await once(child, 'exit');
  return { code, stderr: await stderr };
}

describe('the secrets of a machine', () => {
  it('come from the vault by the machine’s identity, readable by root alone', async () => {
    expect(await run()).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(join(folder, 'runner.env'), 'utf8')).toBe(ENV);
    expect(readFileSync(join(folder, 'tunnel-token'), 'utf8')).toBe('ey.token\n');
    expect(readdirSync(folder).sort()).toEqual(['runner.env', 'tunnel-token']);
    expect(readdirSync(folder).map(name => statSync(join(folder, name)).mode & 0o777)).toEqual([
      0o600, 0o600,
    ]);
  });

  it('are waited for while the right to them has not arrived', async () => {
    refusals = 2;
    expect(await run()).toMatchObject({ code: 0 });
    expect(asked.filter(line => line === 'GET /secrets/runner-secret')).toHaveLength(3);
    expect(readFileSync(join(folder, 'runner.env'), 'utf8')).toBe(ENV);
  });

  it('are written all or none: a vault whose answer has no value ends it', async () => {
    Object.assign(secrets, { 'tunnel-token-centralindia': null });
    expect((await run()).code).not.toBe(0);
    expect(readdirSync(folder)).toEqual([]);
  });
});
