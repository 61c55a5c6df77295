import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { command, ROOT } from './command.ts';
import { step } from './steps.ts';
import { rootPrefix } from './system.ts';

const FOLDER = join(ROOT, '.local/prometheus');
const PROGRAMS = { promtool: '/usr/bin/promtool', prometheus: '/usr/bin/prometheus' };

/** Where Prometheus' programs are. */
export type Prometheus = typeof PROGRAMS;

/**
 * promtool, which checks and tries the rules of infra/alerts, and Prometheus itself. Where they are not installed, they
 * are taken out of Debian's package: installing that would start a server on somebody's laptop.
 * @throws StepError when the package can't be had
 */
export async function findPrometheus(): Promise<Prometheus> {
  const taken = {
    promtool: join(FOLDER, PROGRAMS.promtool),
    prometheus: join(FOLDER, PROGRAMS.prometheus),
  };
  const found = [PROGRAMS, taken].find(programs => Object.values(programs).every(existsSync));
  if (found) return found;
  await step('Prometheus (out of Debian’s package)', async () => {
    rmSync(FOLDER, { recursive: true, force: true });
    mkdirSync(FOLDER, { recursive: true });
    const take = () =>
      command('sh', [
        '-c',
        'cd "$0" && apt-get download -q prometheus && dpkg -x prometheus_*.deb . && rm prometheus_*.deb',
        FOLDER,
      ]);
    // A machine that never asked for the lists of packages knows of none.
    await take().catch(async error => {
      const prefix = await rootPrefix();
      if (prefix === null) throw error;
      const [name = 'apt-get', ...rest] = [...prefix, 'apt-get', 'update', '-q'];
      await command(name, rest);
      await take();
    });
  });
  return taken;
}
