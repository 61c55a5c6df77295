/** Decides, before anything is served, how well this machine can hold a program; opens what that takes. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { CgroupTree } from './cgroup/cgroup.ts';
import { openCgroups } from './cgroup/detect.ts';
import { BWRAP } from './command.ts';
import { type Launcher, startLauncher } from './launcher.ts';
import { SetupError } from './setup-error.ts';
import { buildNative, makeReadable, type Native, removeUnfinished, stage } from './state.ts';

export interface Isolation {
  mode: 'full' | 'degraded';
  /** What is not held, in words for operators; empty in full mode. */
  notHeld: string[];
  cgroups: CgroupTree | null;
  /** Whether slots get a uid of their own. */
  ownUids: boolean;
  native: Native;
  launcher: Launcher;
  /** The slots' /etc. */
  etc: string;
}

const WITHOUT_CGROUPS = [
  'memory of all processes together (each has an address-space limit, where its language allows one)',
  'processor time of all processes together (each has its own limit)',
  'processes of one user together (each slot is limited by its user namespace only)',
];
const WITHOUT_UIDS = [
  'a uid of its own for each slot: outside, all slots are the user who started the service',
];

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

async function stageEtc(stateDir: string): Promise<string> {
  const source = join(import.meta.dirname, '../../native/etc');
  for (const name of ['passwd', 'group', 'hosts']) await stage(stateDir, join(source, name), `etc/${name}`);
  return join(stateDir, 'etc');
}

async function openTree(config: Config): Promise<CgroupTree | null> {
  if (!isRoot()) return null;
  try {
    return await openCgroups(config.cgroup);
  } catch (error) {
    if (config.isolation === 'degraded') return null;
    throw new SetupError(`cgroups cannot be used: ${error instanceof Error ? error.message : error}`);
  }
}

/** Throws SetupError when the machine cannot hold programs as well as the settings ask. */
export async function openIsolation(config: Config, log: Log): Promise<Isolation> {
  if (process.platform !== 'linux') throw new SetupError('the runner needs Linux');
  if (!existsSync(BWRAP)) throw new SetupError(`${BWRAP} is missing: install the apt package bubblewrap`);
  if (config.isolation === 'full' && !isRoot())
    throw new SetupError('full isolation needs root; RUNNER_ISOLATION=degraded runs without, and holds less');

  await makeReadable(config.stateDir);
  await removeUnfinished(config.stateDir);
  const native = await buildNative(config.stateDir);
  const etc = await stageEtc(config.stateDir);
  const cgroups = await openTree(config);
  if (config.isolation === 'full' && cgroups === null)
    throw new SetupError(
      'no cgroups with memory, pids and cpu; RUNNER_ISOLATION=degraded runs without, and holds less',
    );
  const swept = (await cgroups?.sweep()) ?? 0;
  if (swept > 0) log('warn', 'leftovers of earlier instances swept', { instances: swept });

  const notHeld = [...(cgroups ? [] : WITHOUT_CGROUPS), ...(isRoot() ? [] : WITHOUT_UIDS)];
  const mode = notHeld.length === 0 ? 'full' : 'degraded';
  for (const what of notHeld) log('warn', 'not held', { what });
  const launcher = await startLauncher(native.launcher);
  return { mode, notHeld, cgroups, ownUids: isRoot(), native, launcher, etc };
}
