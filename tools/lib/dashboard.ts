import { join } from 'node:path';
import { command } from './command.ts';
import { freePort } from './ports.ts';
import { type Service, startService } from './service.ts';

const CONFIG = 'apps/dashboard/wrangler.jsonc';

/** Builds the pages, unless what is there came of the same sources. */
export async function buildDashboard(): Promise<void> {
  await command('node', ['apps/dashboard/build.ts']);
}

interface DashboardOptions {
  port: number;
  /** What people open. */
  url: string;
  stateDir: string;
}

/**
 * The Worker of the pages. It has a process of its own, for wrangler hands variables and secrets to the first of several
 * Workers alone; its binding to the API goes through wrangler's registry.
 */
export async function startDashboard({ port, url, stateDir }: DashboardOptions): Promise<Service> {
  const inspectorPort = await freePort();
  return startService({
    name: 'The dashboard',
    command: [
      ...['wrangler', 'dev', '-c', CONFIG],
      ...['--port', String(port), '--inspector-port', String(inspectorPort)],
      ...['--persist-to', join(stateDir, 'dashboard')],
      ...['--show-interactive-dev-session', 'false'],
      ...['--var', `APP_URL:${url}`],
    ],
    logFile: join(stateDir, 'dashboard.log'),
    env: registryOf(stateDir),
  });
}

/** Installations on one machine do not find each other's Workers. */
export function registryOf(stateDir: string): Record<string, string> {
  return { WRANGLER_REGISTRY_PATH: join(stateDir, 'registry') };
}
