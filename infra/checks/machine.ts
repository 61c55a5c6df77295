import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, exists } from '../../tools/lib/command.ts';
import { StepError } from '../../tools/lib/steps.ts';
import { ROOT } from '../lib/environments.ts';
import { cloudflaredConfig, file, type Machine, renderCloudInit } from '../runner/render.ts';
import { type Check, filesOf, programCheck } from './check.ts';

/** A machine of each kind; what it is called is of no matter. */
export const MACHINES: Machine[] = (
  [{ management: 'remote' }, { management: 'local', hostname: 'runner.example.com' }] as const
).map(tunnel => ({
  vaultUrl: 'https://vault.example.net/',
  identityClientId: '00000000-0000-0000-0000-000000000000',
  region: 'centralindia',
  environment: 'dev',
  metricsUrl: 'https://metrics.example.net/api/v1/write?api-version=2023-04-24',
  tunnel,
}));

/** Programs that are on a machine of the scale set and not here: they are looked for. */
const PROGRAMS = [
  '/usr/local/sbin/devcapsules-secrets',
  '/usr/local/sbin/devcapsules-guard',
  '/usr/local/sbin/devcapsules-metrics-token',
  '/usr/bin/cloudflared',
  '/opt/devcapsules/node_modules/.bin/node',
];
const RUNNER_UNIT = join(ROOT, 'apps/runner/packaging/devcapsules-runner.service');

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'devcapsules-machine-'));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const cloudInit: Check = {
  title: 'Machines: cloud-init’s schema',
  async run() {
    if (!(await exists('cloud-init')))
      return { skipped: 'there is no cloud-init here: its schema is not checked' };
    await inFolder(async folder => {
      for (const [index, machine] of MACHINES.entries()) {
        const path = join(folder, `${index}.yaml`);
        writeFileSync(path, renderCloudInit(machine));
        const said = await command('cloud-init', ['schema', '--config-file', path]);
        if (!said.includes('Valid')) throw new StepError(said);
      }
    });
    return 'ok';
  },
};

const units: Check = {
  title: 'Machines: systemd’s units',
  async run() {
    if (!(await exists('systemd-analyze')))
      return { skipped: 'there is no systemd-analyze here: units are not checked' };
    await inFolder(async folder => {
      const present = (text: string) =>
        PROGRAMS.reduce((changed, program) => changed.replaceAll(program, '/bin/true'), text);
      const names = [
        'devcapsules-secrets.service',
        'devcapsules-metrics-token.service',
        'devcapsules-metrics-token.timer',
        'cloudflared.service',
        'devcapsules-guard.service',
      ];
      for (const name of names) writeFileSync(join(folder, name), present(file(name)));
      writeFileSync(join(folder, 'devcapsules-runner.service'), present(readFileSync(RUNNER_UNIT, 'utf8')));
      mkdirSync(join(folder, 'devcapsules-runner.service.d'));
      copyFileSync(
        join(ROOT, 'infra/runner/files/devcapsules-runner.conf'),
        join(folder, 'devcapsules-runner.service.d/azure.conf'),
      );
      const said = await command(
        'systemd-analyze',
        ['verify', '--man=no', ...[...names, 'devcapsules-runner.service'].map(name => join(folder, name))],
        { env: { SYSTEMD_UNIT_PATH: `${folder}:` } },
      );
      // It warns of what it does not know, and ends well.
      const ours = said.split('\n').filter(line => /devcapsules|cloudflared|azure\.conf/.test(line));
      if (ours.length > 0) throw new StepError(ours.join('\n'));
    });
    return 'ok';
  },
};

const ingress: Check = {
  title: 'Machines: cloudflared’s rules',
  async run() {
    if (!(await exists('cloudflared')))
      return { skipped: 'there is no cloudflared here: only a test of ours looks at its configuration' };
    await inFolder(async folder => {
      for (const { tunnel } of MACHINES.filter(machine => machine.tunnel.management === 'local')) {
        const path = join(folder, 'config.yml');
        writeFileSync(path, cloudflaredConfig(tunnel));
        await command('cloudflared', ['tunnel', '--config', path, 'ingress', 'validate']);
      }
    });
    return 'ok';
  },
};

export const machineChecks: Check[] = [
  programCheck('Machines: shell scripts', 'shellcheck', 'scripts are not checked', () => [
    ['--severity=style', ...filesOf('**/*.sh')],
  ]),
  cloudInit,
  units,
  ingress,
];
