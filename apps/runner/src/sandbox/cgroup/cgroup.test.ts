import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { instanceName } from '../instance.ts';
import { findMounts, openCgroups } from './detect.ts';
import { removeFolder } from './folder.ts';
import { delegate, openV2 } from './v2.ts';

const LIMITS = { memoryBytes: 64 * 1024 * 1024, processes: 32, cpus: 0.5 };

describe('which cgroups a machine has', () => {
  const table = (...rows: string[]) => rows.join('\n');
  const v2 = 'cgroup2 /sys/fs/cgroup cgroup2 rw,nosuid 0 0';
  const v1 = [
    'cgroup /sys/fs/cgroup/memory cgroup rw,memory 0 0',
    'cgroup /sys/fs/cgroup/pids cgroup rw,pids 0 0',
    'cgroup /sys/fs/cgroup/cpu,cpuacct cgroup rw,cpu,cpuacct 0 0',
  ];
  const all = () => ['cpuset', 'cpu', 'io', 'memory', 'pids'];

  test('v2 with all controllers wins', () => {
    expect(findMounts(table(...v1, v2), all)).toEqual({ v2: '/sys/fs/cgroup' });
  });

  test('v2 without them gives way to v1', () => {
    expect(findMounts(table(...v1, v2), () => ['hugetlb'])).toEqual({
      v1: {
        memory: '/sys/fs/cgroup/memory',
        pids: '/sys/fs/cgroup/pids',
        cpu: '/sys/fs/cgroup/cpu,cpuacct',
        cpuacct: '/sys/fs/cgroup/cpu,cpuacct',
      },
    });
  });

  test('a missing controller is none at all', () => {
    expect(findMounts(table(...v1.slice(1)), all)).toBe(null);
    expect(findMounts('', all)).toBe(null);
  });
});

/** Files that the kernel would put into a new folder. */
function fill(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const files = {
    'cgroup.procs': '',
    'cgroup.subtree_control': 'cpu memory pids',
    'memory.current': '1000',
    'memory.peak': '5000',
    'memory.swap.max': 'max',
    'memory.events': 'low 0\noom 0\noom_kill 2\noom_group_kill 0\n',
    'cpu.stat': 'usage_usec 7000\nuser_usec 1\nsystem_usec 1\n',
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
}

describe('v2, on a folder in its place', () => {
  let mount: string;
  beforeEach(() => {
    mount = mkdtempSync(join(tmpdir(), 'cgroup2-'));
    fill(mount);
  });
  afterEach(() => rmSync(mount, { recursive: true }));

  async function openFilled() {
    const path = join(mount, 'group', 'instance', 'slot-0');
    for (const folder of ['group', 'group/instance', 'group/instance/slot-0']) fill(join(mount, folder));
    const tree = await openV2(mount, 'group', 'instance');
    return { cgroup: await tree.create('slot-0', LIMITS), path };
  }

  const read = (path: string, name: string) => readFileSync(join(path, name), 'utf8');

  test('limits are written where the kernel looks for them', async () => {
    const { cgroup, path } = await openFilled();
    expect(read(path, 'memory.max')).toBe('67108864');
    expect(read(path, 'memory.swap.max')).toBe('0');
    expect(read(path, 'pids.max')).toBe('32');
    expect(read(path, 'cpu.max')).toBe('50000 100000');
    expect(cgroup.entrances).toEqual([join(path, 'cgroup.procs')]);
    const idle = Number(read(path, 'cpu.weight'));
    cgroup.setActive(true);
    expect(Number(read(path, 'cpu.weight'))).toBeGreaterThan(idle);
  });

  test('use is counted from the beginning of a case, and an OOM kill by its counter', async () => {
    const { cgroup, path } = await openFilled();
    cgroup.begin();
    expect(cgroup.usage()).toMatchObject({ cpuMs: 0, oomKilled: false });
    writeFileSync(join(path, 'cpu.stat'), 'usage_usec 19000\n');
    writeFileSync(join(path, 'memory.peak'), '123456\n');
    expect(cgroup.usage()).toEqual({ cpuMs: 12, peakBytes: 123456, oomKilled: false });
    writeFileSync(join(path, 'memory.events'), 'oom 5\noom_kill 3\n');
    expect(cgroup.usage().oomKilled).toBe(true);
    cgroup.begin();
    expect(cgroup.usage().oomKilled).toBe(false);
  });

  test('a kernel without a peak tells none', async () => {
    for (const folder of ['group', 'group/instance', 'group/instance/slot-0']) fill(join(mount, folder));
    rmSync(join(mount, 'group/instance/slot-0/memory.peak'));
    const cgroup = await (await openV2(mount, 'group', 'instance')).create('slot-0', LIMITS);
    cgroup.begin();
    expect(cgroup.usage().peakBytes).toBe(null);
  });

  test('only folders named like an instance that ended are swept', async () => {
    const living = instanceName();
    for (const folder of ['group', `group/${living}`]) fill(join(mount, folder));
    const tree = await openV2(mount, 'group', living);
    for (const name of ['processes', '999999999-1-0', 'other.service']) mkdirSync(join(mount, 'group', name));
    expect(await tree.sweep()).toBe(1);
    expect(readdirSync(join(mount, 'group')).sort()).toEqual(
      expect.arrayContaining(['other.service', 'processes', living]),
    );
    expect(existsSync(join(mount, 'group', '999999999-1-0'))).toBe(false);
  });

  test('a memory limit below what is used is refused, not obeyed by killing', async () => {
    const { cgroup, path } = await openFilled();
    expect(cgroup.setMemoryLimit(500)).toBe(false);
    expect(read(path, 'memory.max')).toBe('67108864');
    expect(cgroup.setMemoryLimit(2_000_000)).toBe(true);
    expect(read(path, 'memory.max')).toBe('2000000');
  });
});

/** Where this machine has its v2 hierarchy, whatever the controllers in it. */
const unified = /^\S+ (\S+) cgroup2 /m.exec(readFileSync('/proc/mounts', 'utf8'))?.[1];

describe.runIf(unified !== undefined)("v2, by the kernel's own files", () => {
  const mount = unified ?? '';
  const offered = join(mount, 'cgroup.controllers');
  const [controller = ''] = existsSync(offered) ? readFileSync(offered, 'utf8').trim().split(' ') : [];
  const control = join(mount, 'cgroup.subtree_control');
  const before = existsSync(control) ? readFileSync(control, 'utf8').trim() : '';
  let own: string;
  let child: ChildProcess | undefined;
  beforeEach(() => {
    own = join(mount, `devcapsules-unit-${process.pid}`);
    mkdirSync(own);
  });
  afterEach(async () => {
    if (child?.exitCode === null) {
      const closed = once(child, 'close');
      child.kill('SIGKILL');
      await closed;
    }
    for (const name of ['slots', 'processes', '']) await removeFolder(join(own, name));
    if (controller !== '' && !before.split(' ').includes(controller))
      writeFileSync(control, `-${controller}`);
  });

  test('a peak that cannot be reset is told of a case only where it is the highest so far', async () => {
    // Like memory.peak before Linux 6.12, this file is a number, and answers a write of "reset" with EINVAL.
    const peak = join(own, 'cgroup.max.depth');
    writeFileSync(peak, '5000');
    const fake = mkdtempSync(join(tmpdir(), 'cgroup2-'));
    for (const folder of ['', 'group', 'group/instance', 'group/instance/slot-0']) fill(join(fake, folder));
    rmSync(join(fake, 'group/instance/slot-0/memory.peak'));
    symlinkSync(peak, join(fake, 'group/instance/slot-0/memory.peak'));
    const tree = await openV2(fake, 'group', 'instance');
    const cgroup = await tree.create('slot-0', LIMITS);
    cgroup.begin();
    expect(cgroup.usage().peakBytes).toBe(null);
    writeFileSync(peak, '9000');
    expect(cgroup.usage().peakBytes).toBe(9000);
    cgroup.begin();
    expect(cgroup.usage().peakBytes).toBe(null);
    rmSync(fake, { recursive: true });
  });

  test.runIf(controller !== '')('processes in the way of controllers move to a leaf', async () => {
    child = spawn('/bin/sh', [
      '-c',
      `echo $$ > ${join(own, 'cgroup.procs')}; echo in; while :; do sleep 1 & wait; done`,
    ]);
    if (child.stdout) await once(child.stdout, 'data');
    const slots = join(own, 'slots');
    await delegate(mount, slots, [controller]);
    expect(readFileSync(join(own, 'cgroup.procs'), 'utf8')).toBe('');
    expect(readFileSync(join(own, 'processes', 'cgroup.procs'), 'utf8').split('\n')).toContain(
      String(child.pid),
    );
    expect(readFileSync(join(slots, 'cgroup.subtree_control'), 'utf8').trim()).toBe(controller);
    await delegate(mount, slots, [controller]);
  });
});

describe('the cgroups of this machine', () => {
  const group = `devcapsules-unit-${process.pid}`;
  let child: ChildProcess | undefined;
  afterEach(() => child?.kill('SIGKILL'));

  test('what enters is counted, killed and gone', async () => {
    const tree = await openCgroups(group);
    if (!tree) throw new Error('this machine has no cgroups with memory, pids and cpu');
    const cgroup = await tree.create('slot-0', { ...LIMITS, cpus: 1 });
    const enter = cgroup.entrances.map(path => `echo $$ > ${path}`).join('; ');
    child = spawn('/bin/sh', ['-c', `${enter}; while :; do :; done & while :; do :; done`]);
    const closed = once(child, 'close');
    cgroup.begin();
    await expect.poll(() => cgroup.cpuMs()).toBeGreaterThan(50);
    expect(cgroup.usage().peakBytes).toBeGreaterThan(0);
    await cgroup.destroy();
    expect(await closed).toEqual([null, 'SIGKILL']);
    for (const path of cgroup.entrances) expect(existsSync(path)).toBe(false);
    expect(await tree.sweep()).toBe(0);
    await tree.remove();
  });
});
