import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { PLANS } from '../../apps/api/src/plans.ts';
import { settings } from '../../apps/runner/src/config.ts';
import { RUNNER_PACKAGES } from '../../tools/lib/system.ts';
import { MACHINES } from '../checks/machine.ts';
import { ROOT } from '../lib/environments.ts';
import { parseFile } from '../lib/grammar.ts';
import { cloudflaredConfig, FILES, file, renderCloudInit } from './render.ts';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const bicep = read('infra/azure/modules/runners.bicep');
const template = read('infra/runner/cloud-init.yaml');
const runnerYaml = z
  .looseObject({ host: z.string(), port: z.number(), state_dir: z.string() })
  .parse(parseYaml(read('apps/runner/packaging/devcapsules-runner.yaml')));

/** What cloud-init is given, as far as these tests ask. */
const cloudConfig = z.looseObject({
  packages: z.array(z.string()),
  write_files: z.array(
    z.strictObject({
      path: z.string(),
      permissions: z.enum(['0644', '0755']),
      encoding: z.literal('b64').optional(),
      content: z.string(),
    }),
  ),
});
const machines = MACHINES.map(machine => {
  const config = cloudConfig.parse(parseYaml(renderCloudInit(machine)));
  const files = new Map(
    config.write_files.map(item => [
      item.path,
      item.encoding ? Buffer.from(item.content, 'base64').toString('utf8') : item.content,
    ]),
  );
  return { machine, config, files };
});

describe('a machine’s definition', () => {
  it('has no placeholder left, and fits into what Azure takes (64 KiB)', () => {
    for (const machine of MACHINES) {
      const text = renderCloudInit(machine);
      expect(text).not.toContain('@@');
      expect(Buffer.from(text).toString('base64').length).toBeLessThan(64 * 1024);
    }
  });

  it('is made by Bicep of the same values and files as by render.ts', async () => {
    const tree = await parseFile(join(ROOT, 'infra/azure/modules/runners.bicep'));
    const machine = tree
      .descendantsOfType('variable_declaration')
      .find(node => node?.namedChildren[0]?.text === 'machine');
    const keys = machine?.namedChildren[1]?.namedChildren.map(node =>
      node?.namedChildren[0]?.text.replaceAll("'", ''),
    );
    const placeholders = [...template.matchAll(/@@([\w.-]+)@@/g)].map(([, name = '']) => name);
    expect(keys?.toSorted()).toEqual([...new Set(placeholders)].sort());
    for (const name of FILES)
      expect(bicep).toContain(`'${name}': loadFileAsBase64('../../runner/files/${name}')`);
    for (const kind of ['local', 'remote'])
      expect(bicep).toContain(`loadTextContent('../../runner/files/cloudflared.${kind}.yml')`);
  });

  it('installs what the runner and its languages need', () => {
    for (const { config } of machines)
      expect(config.packages).toEqual(expect.arrayContaining(RUNNER_PACKAGES.map(({ name }) => name)));
  });

  it('has each file that its units and commands name, those of a release aside', () => {
    for (const { files } of machines) {
      const named = [...files.values(), bicep].flatMap(text =>
        [...text.matchAll(/(?<![\w/])\/(?:usr\/local|etc\/(?:devcapsules|cloudflared))\/[\w./-]+\w/g)].map(
          ([path]) => path,
        ),
      );
      expect(named.length).toBeGreaterThan(3);
      for (const path of named) expect([...files.keys()], path).toContain(path);
    }
  });

  it('gives the runner its secret out of memory, where the unit of the release expects it', () => {
    const dropIn =
      machines[0]?.files.get('/etc/systemd/system/devcapsules-runner.service.d/azure.conf') ?? '';
    expect(read('apps/runner/packaging/devcapsules-runner.service')).toContain(
      'EnvironmentFile=/etc/devcapsules-runner.env',
    );
    expect(dropIn).toMatch(/^EnvironmentFile=\nEnvironmentFile=\/run\/devcapsules\/runner\.env$/m);
    expect(file('devcapsules-secrets.service')).toContain('RuntimeDirectory=devcapsules');
    expect(file('cloudflared.service')).toContain(
      'LoadCredential=tunnel-token:/run/devcapsules/tunnel-token',
    );
  });
});

describe('the runner’s port and paths', () => {
  const { port } = settings.parse({});

  it('are the same wherever they are told', () => {
    expect(runnerYaml).toMatchObject({ host: '127.0.0.1', port });
    expect(bicep).toContain(`var runnerPort = ${port}`);
    expect(file('install.sh')).toContain(`runner_port=${port}`);
    expect(file('cloudflared.local.yml')).toContain(`service: http://127.0.0.1:${port}`);
    expect(read('infra/cloudflare/variables.tf')).toMatch(
      new RegExp(`"runner_port" \\{[^}]*default\\s+= ${port}\\n`),
    );
  });

  it('let the machine’s Prometheus ask the runner', () => {
    const told = /RUNNER_METRICS_PORT=(\d+)/.exec(file('devcapsules-runner.conf'))?.[1];
    expect(told).toBeDefined();
    expect(file('prometheus.yml')).toContain(`targets: ['127.0.0.1:${told}']`);
    for (const { config } of machines) expect(config.packages).toContain('prometheus');
  });

  it('are routes of the runner: health, and what the zone’s rules let through', () => {
    const app = read('apps/runner/src/http/app.ts') + read('apps/runner/src/http/connect.ts');
    expect(bicep).toContain("requestPath: '/health'");
    for (const path of ['/health', '/capabilities', '/api/v2/']) {
      expect(app).toContain(`'${path}`);
      expect(read('infra/cloudflare/waf.tf')).toContain(`\\"${path}\\"`);
    }
  });

  it('keep within the zone’s rate what the largest plan allows', () => {
    const rate = /"execute_rate"[\s\S]*?default = \{ requests = (\d+), period_s = 60/.exec(
      read('infra/cloudflare/variables.tf'),
    );
    expect(Number(rate?.[1])).toBe(Math.max(...Object.values(PLANS).map(plan => plan.requestsPerMinute)));
  });
});

/** Keys of https://developers.cloudflare.com/tunnel/advanced/local-management/configuration-file/ that we use. */
const connector = z.strictObject({
  protocol: z.literal('http2'),
  'edge-ip-version': z.enum(['4', '6', 'auto']),
  'no-autoupdate': z.literal(true),
  'grace-period': z.string().regex(/^\d+s$/),
  loglevel: z.enum(['debug', 'info', 'warn', 'error', 'fatal']),
  metrics: z.string().regex(/^127\.0\.0\.1:\d+$/),
  ingress: z
    .array(
      z.strictObject({
        hostname: z.string().optional(),
        service: z.string().regex(/^(https?:\/\/|http_status:)/),
        originRequest: z
          .strictObject({
            connectTimeout: z.string().regex(/^\d+s$/),
            keepAliveConnections: z.number().int(),
          })
          .optional(),
      }),
    )
    .optional(),
});

describe('the connector’s configuration', () => {
  it.each(MACHINES.map(({ tunnel }) => [tunnel.management, tunnel] as const))(
    'has the documented form: %s',
    (kind, tunnel) => {
      const config = connector.parse(parseYaml(cloudflaredConfig(tunnel)));
      expect(config.ingress?.map(rule => rule.hostname)).toEqual(
        kind === 'remote' ? undefined : ['runner.example.com', undefined],
      );
    },
  );

  it('lets requests end before its unit is killed', () => {
    const grace = Number(/grace-period: (\d+)s/.exec(file('cloudflared.remote.yml'))?.[1]);
    const stop = Number(/TimeoutStopSec=(\d+)/.exec(file('cloudflared.service'))?.[1]);
    expect(stop).toBeGreaterThan(grace);
  });
});
