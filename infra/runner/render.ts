import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What infra/azure/modules/runners.bicep puts into a machine's definition. */
export interface Machine {
  /** The vault's address. */
  vaultUrl: string;
  identityClientId: string;
  environment: string;
  /** Where its Prometheus sends numbers. */
  metricsUrl: string;
  /** The region as infra/azure names it, which is in the name of the tunnel’s token too. */
  region: string;
  /** Whether ingress rules are Cloudflare's (remote) or this machine's (local). */
  tunnel: { management: 'remote' } | { management: 'local'; hostname: string };
}

/** The files that are put in whole, in base64. */
export const FILES = [
  'install.sh',
  'secrets.sh',
  'guard.sh',
  'token.sh',
  'metrics-token.sh',
  'devcapsules-secrets.service',
  'devcapsules-runner.conf',
  'cloudflared.service',
  'devcapsules-guard.service',
  'devcapsules-metrics-token.service',
  'devcapsules-metrics-token.timer',
  'prometheus.conf',
] as const;

/** A file of this folder. */
export function file(name: string): string {
  return readFileSync(join(import.meta.dirname, 'files', name), 'utf8');
}

/** The connector's configuration as it is on a machine. */
export function cloudflaredConfig(tunnel: Machine['tunnel']): string {
  return tunnel.management === 'remote'
    ? file('cloudflared.remote.yml')
    : file('cloudflared.local.yml').replaceAll('@@tunnel_hostname@@', tunnel.hostname);
}

/** The configuration of a machine's Prometheus. */
export function prometheusConfig({ metricsUrl }: Pick<Machine, 'metricsUrl'>): string {
  return file('prometheus.yml').replaceAll('@@metrics_url@@', metricsUrl);
}

/** A machine's cloud-config, as Bicep makes it; for the checks, which can't run Bicep everywhere. */
export function renderCloudInit(machine: Machine): string {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const values = {
    vault_url: machine.vaultUrl,
    identity_client_id: machine.identityClientId,
    region: machine.region,
    environment: machine.environment,
    'cloudflared.yml': base64(cloudflaredConfig(machine.tunnel)),
    'prometheus.yml': base64(prometheusConfig(machine)),
    ...Object.fromEntries(FILES.map(name => [name, base64(file(name))])),
  };
  return Object.entries(values).reduce(
    (text, [name, value]) => text.replaceAll(`@@${name}@@`, value),
    readFileSync(join(import.meta.dirname, 'cloud-init.yaml'), 'utf8'),
  );
}
