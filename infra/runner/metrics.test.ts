import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { command } from '../../tools/lib/command.ts';
import { type LocalRunner, localRunner } from '../../tools/lib/local-runner.ts';
import { freePort, listenLocally } from '../../tools/lib/ports.ts';
import { findPrometheus, type Prometheus } from '../../tools/lib/prometheus.ts';
import { type Service, startService, untilHealthy } from '../../tools/lib/service.ts';
import { ROOT } from '../lib/environments.ts';
import { answerIdentity } from './doubles/metadata.ts';
import { installScripts } from './doubles/scripts.ts';
import { file, prometheusConfig } from './render.ts';

/**
 * The way of a machine's numbers, from a real runner through the Prometheus of its definition to rules that find
 * something. Azure is a double: its metadata service and its ingestion, which hands what comes with a right token to a
 * second Prometheus in the workspace's place.
 */
const identity = {
  clientId: '11111111-2222-3333-4444-555555555555',
  resource: 'https://monitor.azure.com',
  token: 'the-first-token',
};
const WRITE = '/dataCollectionRules/dcr-1/streams/Microsoft-PrometheusMetrics/api/v1/write';
const MACHINE = { ENVIRONMENT: 'dev', REGION: 'centralindia', MACHINE: 'runner000001' };
const SECRET = 'shared-with-the-api';
const START_MS = 60_000;
const ARRIVES = { timeout: 30_000, interval: 250 };

const folder = mkdtempSync(join(tmpdir(), 'devcapsules-metrics-'));
const runtime = join(folder, 'run');
const azure = createServer((request, response) => void answer(request, response));
let refused = 0;
let programs: Prometheus;
let bin: string;
let azureUrl: string;
let workspaceUrl: string;
let workspace: Service;
let agent: Service;
let runner: LocalRunner;
let runnerUrl: string;

async function answer(request: IncomingMessage, response: ServerResponse) {
  const reply = answerIdentity(request, identity);
  if (reply) return response.writeHead(reply.status).end(JSON.stringify(reply.body));
  const body = await buffer(request);
  if (!request.url?.startsWith(WRITE)) return response.writeHead(404).end();
  if (request.headers.authorization !== `Bearer ${identity.token}`) {
    refused++;
    return response.writeHead(401).end();
  }
  const { host: _, connection: __, authorization: ___, ...headers } = request.headers;
  const taken = await fetch(`${workspaceUrl}/api/v1/write`, {
    method: 'POST',
    headers: headers as Record<string, string>,
    body: new Uint8Array(body),
  });
  return response.writeHead(taken.status).end(await taken.text());
}

/** Runs devcapsules-metrics-token as its unit does. */
async function renewToken(): Promise<void> {
  await promisify(execFile)(join(bin, 'devcapsules-metrics-token'), {
    env: {
      PATH: `${bin}:${process.env.PATH}`,
      METADATA_URL: azureUrl,
      IDENTITY_CLIENT_ID: identity.clientId,
      RUNTIME_DIRECTORY: runtime,
    },
  });
}

/** The machine's configuration with this machine's ports and folders, and numbers each second. */
function agentConfig(metricsPort: number): string {
  const changes: [string, string][] = [
    ['/run/devcapsules-metrics', runtime],
    ['127.0.0.1:9464', `127.0.0.1:${metricsPort}`],
    ['scrape_interval: 30s', 'scrape_interval: 1s'],
    ['scrape_timeout: 10s', 'scrape_timeout: 1s'],
  ];
  return changes.reduce(
    (text, [from, to]) => {
      expect(text).toContain(from);
      return text.replaceAll(from, to);
    },
    prometheusConfig({ metricsUrl: `${azureUrl}${WRITE}?api-version=2023-04-24` }),
  );
}

/** The command line of the unit's drop-in, with this machine's paths in place of a machine's. */
function agentCommand(port: number): string[] {
  const line = /^ExecStart=(\/.*)$/m.exec(file('prometheus.conf'))?.[1] ?? '';
  return line
    .replace('/usr/bin/prometheus', programs.prometheus)
    .replace('/etc/devcapsules/prometheus.yml', join(folder, 'prometheus.yml'))
    .replace('/var/lib/prometheus', folder)
    .replace('127.0.0.1:9090', `127.0.0.1:${port}`)
    .split(' ');
}

const samples = z.object({
  data: z.object({
    result: z.array(
      z.object({ metric: z.record(z.string(), z.string()), value: z.tuple([z.number(), z.string()]) }),
    ),
  }),
});
/** What the workspace answers to a query: labels and value of each series. */
async function query(expression: string) {
  const response = await fetch(`${workspaceUrl}/api/v1/query?query=${encodeURIComponent(expression)}`);
  return samples
    .parse(await response.json())
    .data.result.map(({ metric, value }) => ({ labels: metric, value: Number(value[1]) }));
}

beforeAll(async () => {
  programs = await findPrometheus();
  bin = await installScripts();
  mkdirSync(runtime);
  azureUrl = await listenLocally(azure);

  const metricsPort = await freePort();
  const port = await freePort();
  runnerUrl = `http://127.0.0.1:${port}`;
  runner = localRunner({
    port,
    secret: SECRET,
    isolation: 'degraded',
    logFile: join(folder, 'runner.log'),
    settings: { RUNNER_METRICS_PORT: String(metricsPort) },
  });

  const workspacePort = await freePort();
  workspaceUrl = `http://127.0.0.1:${workspacePort}`;
  const rules = join(ROOT, 'infra/alerts/runner.rules.yml');
  writeFileSync(
    join(folder, 'workspace.yml'),
    `global: { evaluation_interval: 1s }\nrule_files: ['${rules}']\n`,
  );
  workspace = startService({
    name: 'The workspace',
    command: [
      programs.prometheus,
      `--config.file=${join(folder, 'workspace.yml')}`,
      `--storage.tsdb.path=${join(folder, 'workspace')}`,
      `--web.listen-address=127.0.0.1:${workspacePort}`,
      '--web.enable-remote-write-receiver',
    ],
    logFile: join(folder, 'workspace.log'),
  });
  const agentPort = await freePort();
  writeFileSync(join(folder, 'prometheus.yml'), agentConfig(metricsPort));
  agent = startService({
    name: 'The agent',
    command: agentCommand(agentPort),
    env: MACHINE,
    logFile: join(folder, 'agent.log'),
  });
  await Promise.all([
    runner.start(),
    untilHealthy(workspace, `${workspaceUrl}/-/ready`, START_MS),
    untilHealthy(agent, `http://127.0.0.1:${agentPort}/-/ready`, START_MS),
  ]);
}, 180_000);

afterAll(async () => {
  // The agent ends first: what it still holds, it goes on sending for as long as nobody takes it.
  await agent?.stop();
  await Promise.all([runner?.stop(), workspace?.stop()]);
  azure.closeAllConnections();
  azure.close();
  rmSync(folder, { recursive: true });
  rmSync(bin, { recursive: true });
});

describe('the numbers of a machine', () => {
  it('are sent once there is a token, though Prometheus was started before', async () => {
    expect(existsSync(join(runtime, 'token'))).toBe(false);
    expect(await query('up')).toEqual([]);
    await renewToken();
    await expect
      .poll(() => query('up'), ARRIVES)
      .toEqual([
        {
          labels: {
            ...{ __name__: 'up', job: 'devcapsules-runner', instance: MACHINE.MACHINE },
            ...{ environment: MACHINE.ENVIRONMENT, region: MACHINE.REGION },
          },
          value: 1,
        },
      ]);
  });

  it('are the runner’s own, by the names that the rules and panels use', async () => {
    expect((await fetch(`${runnerUrl}/capabilities`)).status).toBe(401);
    for (const name of ['devcapsules_runner_queue_length', 'process_resident_memory_bytes'])
      await expect
        .poll(async () => (await query(name)).map(({ labels }) => labels.instance), ARRIVES)
        .toEqual([MACHINE.MACHINE]);
  });

  it('come again when a token has ended and the next is there', async () => {
    identity.token = 'the-second-token';
    await expect.poll(() => refused, ARRIVES).toBeGreaterThan(0);
    await renewToken();
    const before = Date.now() / 1000;
    await expect
      .poll(async () => (await query('timestamp(up)'))[0]?.value ?? 0, ARRIVES)
      .toBeGreaterThan(before);
  });

  it('let the rules find a runner that is gone, while its machine goes on telling of it', async () => {
    await runner.stop();
    const found = async () =>
      (await query('ALERTS')).map(({ labels }) => [labels.alertname, labels.alertstate, labels.severity]);
    await expect.poll(found, ARRIVES).toContainEqual(['RunnerDown', 'pending', 'page']);
    expect(await found()).toContainEqual(['NoRunner', 'pending', 'page']);
  });
});

describe('the configuration of a machine’s Prometheus', () => {
  it('is one to promtool', async () => {
    await renewToken();
    const path = join(folder, 'checked.yml');
    writeFileSync(path, agentConfig(9464).replaceAll('${', '$${'));
    expect(await command(programs.promtool, ['check', 'config', '--agent', path])).toContain('SUCCESS');
  });
});
