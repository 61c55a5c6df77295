import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listenLocally } from '../../tools/lib/ports.ts';
import { answerIdentity } from './doubles/metadata.ts';
import { installScripts } from './doubles/scripts.ts';

/** Stands in for Azure: the metadata service of a machine and its Key Vault, on one port. */
const IDENTITY = {
  clientId: '11111111-2222-3333-4444-555555555555',
  resource: 'https://vault.azure.net',
  token: 'a-token',
};
const secrets: Record<string, string> = {};
let refusals: number;
let asked: string[];

function answer(request: IncomingMessage, response: ServerResponse) {
  const url = new URL(request.url ?? '', 'http://azure');
  const reply = (status: number, body: unknown) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  asked.push(`${request.method} ${url.pathname}`);
  const identity = answerIdentity(request, IDENTITY);
  if (identity) return reply(identity.status, identity.body);
  if (request.headers.authorization !== `Bearer ${IDENTITY.token}`)
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
let bin: string;

beforeAll(async () => {
  bin = await installScripts();
});
afterAll(() => rmSync(bin, { recursive: true }));
beforeEach(async () => {
  refusals = 0;
  asked = [];
  Object.assign(secrets, {
    'runner-secret': 'shared-with-the-api',
    'runner-secret-previous': 'shared-before',
    'tunnel-token-centralindia': 'ey.token',
  });
  folder = mkdtempSync(join(tmpdir(), 'devcapsules-secrets-'));
  address = await listenLocally(server);
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

/** Runs the script as its unit does. */
async function run(region = 'centralindia') {
  const child = spawn(join(bin, 'devcapsules-secrets'), {
    env: {
      PATH: `${bin}:${process.env.PATH}`,
      METADATA_URL: address,
      VAULT_URL: `${address}/`,
      IDENTITY_CLIENT_ID: IDENTITY.clientId,
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
