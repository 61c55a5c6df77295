import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../../../tools/lib/command.ts';
import { freePort } from '../../../tools/lib/ports.ts';
import { type Service, startService, untilHealthy } from '../../../tools/lib/service.ts';
import { StepError } from '../../../tools/lib/steps.ts';

const START_TIMEOUT_MS = 120_000;
/** Not below /tmp, which slots have of their own. */
const STATES = '/var/lib/devcapsules-scale';
const UIDS = 1_000;
const LEAVE_TRIES = 50;
/** USER_HZ, of proc_stat(5). */
const TICKS_A_SECOND = 100;

/** Of a cgroup: processor time of all that is or was in it and below it. */
const METERS = [
  { root: '/sys/fs/cgroup/cpuacct', file: 'cpuacct.usage', toMs: (text: string) => Number(text) / 1e6 },
  {
    root: '/sys/fs/cgroup',
    file: 'cpu.stat',
    toMs: (text: string) => Number(/^usage_usec (\d+)/m.exec(text)?.[1]) / 1e3,
  },
];

/** Where weights of processors are set: version 1 has a hierarchy of its own for them. */
const PLACES = [
  {
    ...{ root: '/sys/fs/cgroup/cpu', file: 'cpu.shares', weight: 'cpu.shares', most: '262144' },
    serviceIn: (group: string) => group,
  },
  {
    ...{ root: '/sys/fs/cgroup', file: 'cpu.stat', weight: 'cpu.weight', most: '10000' },
    serviceIn: (group: string) => join(group, 'service'),
  },
];

/** A runner of one's own whose whole processor time is known: service, launcher, compilers and slots. Needs root. */
export class MeteredRunner {
  readonly url: string;
  readonly secret = crypto.randomUUID();
  readonly #service: Service;
  readonly #folder: string;
  readonly #group: string;
  readonly #meter: (typeof METERS)[number];
  #idleMsPerSecond = 0;

  private constructor(port: number, meter: (typeof METERS)[number]) {
    const name = `devcapsules-scale-${process.pid}`;
    this.#meter = meter;
    this.#group = join(meter.root, name);
    const inside = join(this.#group, 'service');
    mkdirSync(inside, { recursive: true });
    mkdirSync(STATES, { recursive: true });
    this.#folder = mkdtempSync(join(STATES, 'state-'));
    this.url = `http://127.0.0.1:${port}`;
    const main = join(ROOT, 'apps/runner/src/main.ts');
    this.#service = startService({
      name: 'The runner',
      command: [
        'sh',
        '-c',
        'echo $$ > "$0" && exec "$@"',
        join(inside, 'cgroup.procs'),
        process.execPath,
        main,
      ],
      env: {
        ...{ RUNNER_HOST: '127.0.0.1', RUNNER_PORT: String(port), RUNNER_SECRET: this.secret },
        ...{ RUNNER_ISOLATION: 'full', RUNNER_STATE_DIR: this.#folder, RUNNER_CGROUP: `${name}/slots` },
        RUNNER_UID_BASE: String(40_000_000 + (process.pid % 10_000) * UIDS),
        RUNNER_UID_COUNT: String(UIDS),
      },
      logFile: join(tmpdir(), `${name}.log`),
    });
  }

  /** @throws StepError where there is no cgroup that counts, or the runner does not start */
  static async start(): Promise<MeteredRunner> {
    const meter = METERS.find(({ root, file }) => existsSync(join(root, file)));
    if (!meter || process.getuid?.() !== 0)
      throw new StepError('Measuring needs root, and cgroups that count.');
    const runner = new MeteredRunner(await freePort(), meter);
    try {
      await untilHealthy(runner.#service, `${runner.url}/health`, START_TIMEOUT_MS);
      await runner.#weighIdleness();
      return runner;
    } catch (error) {
      await runner.stop();
      throw error;
    }
  }

  /** Processor time since its start, in milliseconds. */
  cpuMs(): number {
    return this.#meter.toMs(readFileSync(join(this.#group, this.#meter.file), 'utf8'));
  }

  /** Of some work: what it takes until what it left to do is done, without what the service takes at rest. */
  async cost(work: () => Promise<void>, restMs: number): Promise<{ cpuMs: number; wallMs: number }> {
    const [before, startMs] = [this.cpuMs(), performance.now()];
    await work();
    const wallMs = performance.now() - startMs;
    await sleep(restMs);
    const idleMs = (this.#idleMsPerSecond * (performance.now() - startMs)) / 1000;
    return { cpuMs: Math.max(0, this.cpuMs() - before - idleMs), wallMs };
  }

  /**
   * Does work that measures time with the processors to itself: whatever else the machine does comes after the runner
   * and this process. For minutes at most, where others work too.
   */
  async first(work: () => Promise<void>): Promise<void> {
    const place = PLACES.find(({ root, file }) => existsSync(join(root, file)));
    if (!place) throw new StepError('There is no cgroup that shares processors.');
    const group = join(place.root, `devcapsules-scale-${process.pid}`);
    const own = join(group, 'client');
    mkdirSync(own, { recursive: true });
    try {
      writeFileSync(join(group, place.weight), place.most);
      for (const pid of [this.#service.pid, ...childrenOf(this.#service.pid)])
        writeFileSync(join(place.serviceIn(group), 'cgroup.procs'), String(pid));
      writeFileSync(join(own, 'cgroup.procs'), String(process.pid));
      await work();
    } finally {
      writeFileSync(join(place.root, 'cgroup.procs'), String(process.pid));
      await removeGroup(own);
    }
  }

  async stop(): Promise<void> {
    await this.#service.stop();
    rmSync(this.#folder, { recursive: true });
    // Each hierarchy of version 1 has one of the name.
    for (const group of globSync(`/sys/fs/cgroup/{*/,}devcapsules-scale-${process.pid}`))
      await removeGroup(group);
  }

  async #weighIdleness(): Promise<void> {
    await sleep(3_000);
    const before = this.cpuMs();
    await sleep(3_000);
    this.#idleMsPerSecond = (this.cpuMs() - before) / 3;
  }
}

/** Processor seconds that the whole machine has spent on anything since it began. */
export function machineCpuSeconds(): number {
  const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n', 1);
  const [user = 0, nice = 0, system = 0, , , irq = 0, soft = 0] = line.split(/\s+/).slice(1).map(Number);
  return (user + nice + system + irq + soft) / TICKS_A_SECOND;
}

export const PROCESSORS = availableParallelism();

function childrenOf(pid: number): number[] {
  const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return text ? text.split(' ').map(Number) : [];
}

/** A cgroup can be removed once the last process has left it. */
async function removeGroup(path: string): Promise<void> {
  for (const entry of readdirSync(path, { withFileTypes: true }))
    if (entry.isDirectory()) await removeGroup(join(path, entry.name));
  for (let tries = 1; ; tries++) {
    try {
      rmdirSync(path);
      return;
    } catch (error) {
      if (tries === LEAVE_TRIES) throw error;
      await sleep(100);
    }
  }
}
