import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadSettings, readConfig, settings, toConfig } from '../src/config.ts';
import { describeConfig } from '../src/config-text.ts';

const MAIN = join(import.meta.dirname, '../src/main.ts');
const PACKAGING = join(import.meta.dirname, '../packaging');
const SECRET = 'a-secret-of-the-tests';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'devcapsules-config-'));
  path = join(folder, 'runner.yaml');
});
afterEach(() => rmSync(folder, { recursive: true }));

function load(content: string, env: Record<string, string> = {}) {
  writeFileSync(path, content);
  return loadSettings(path, env);
}

function main(args: string[], env: Record<string, string> = {}) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [MAIN, ...args], {
    env,
    encoding: 'utf8',
    timeout: 10_000,
  });
  return { stdout, stderr, status };
}

describe('settings', () => {
  test('come from the environment, then the file, then defaults, and tell which', () => {
    const { values, origins } = load('queue: 5\nport: 81 # why\n', { RUNNER_QUEUE: '7', RUNNER_OS: 'Linux' });
    expect(values).toMatchObject({ queue: 7, port: 81, memory_mb: 256 });
    expect(origins).toMatchObject({ queue: 'RUNNER_QUEUE', port: path, memory_mb: null });
  });

  test('a file may be JSON, or empty; RUNNER_CONFIG names it too, and --config wins', () => {
    expect(load('{"port": 82}').values.port).toBe(82);
    expect(loadSettings(undefined, { RUNNER_CONFIG: path }).values.port).toBe(82);
    expect(loadSettings(path, { RUNNER_CONFIG: join(folder, 'none') }).values.port).toBe(82);
    expect(load('# nothing yet\n').values).toEqual(loadSettings(undefined, {}).values);
  });

  test('are told to the service in its own units', () => {
    const config = toConfig(load('memory_mb: 64\noutput_kb: 2\nqueue: 9\n'));
    expect(config).toMatchObject({ memoryBytes: 64 * 1024 ** 2, outputBytes: 2048, callerQueueLength: 5 });
  });

  test.each<[string, string, Record<string, string>, (path: string) => string]>([
    ['an unknown name', 'queu: 3\n', {}, path => `queu in ${path}: is unknown`],
    ['an inherited name', 'constructor: 3\n', {}, path => `constructor in ${path}: is unknown`],
    ['no value', 'queue:\n', {}, path => `queue in ${path}: must be text or a number`],
    ['a list', 'queue: [3]\n', {}, path => `queue in ${path}: must be text or a number`],
    ['no names', '- 3\n', {}, path => `${path}: must be names and values`],
    ['a name twice', 'queue: 3\nqueue: 4\n', {}, path => `${path}: Map keys must be unique`],
    ['no YAML', '{"queue": 3', {}, path => `${path}: Flow map must end with a }`],
    ['a number that is none', 'queue: many\n', {}, path => `queue in ${path}: Invalid input`],
    ['an empty variable', '', { RUNNER_SECRET: '' }, () => 'RUNNER_SECRET: is empty'],
    ['a variable over a right file', 'queue: 3\n', { RUNNER_QUEUE: '-1' }, () => 'RUNNER_QUEUE: Too small'],
    [
      'limits of two sources',
      'memory_mb: 900\n',
      { RUNNER_MAX_MEMORY_MB: '800' },
      path => `memory_mb in ${path} is larger than RUNNER_MAX_MEMORY_MB`,
    ],
    [
      'a secret before none',
      '',
      { RUNNER_PREVIOUS_SECRET: 'a-secret-before-it' },
      () => 'RUNNER_PREVIOUS_SECRET is of no use without RUNNER_SECRET',
    ],
    [
      'no secret',
      'host: 0.0.0.0\n',
      {},
      path => `RUNNER_SECRET is required when host in ${path} is not loopback`,
    ],
  ])('are refused in one line that names the place: %s', (_, content, env, message) => {
    writeFileSync(path, content);
    const { stdout, stderr, status } = main(['--config', path], env);
    expect({ stdout, status }).toEqual({ stdout: '', status: 1 });
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(message(path))]);
    expect(stderr).toMatch(/^devcapsules-runner: /);
  });

  test('a file that is not there, and an unknown option, are told in one line', () => {
    expect(main(['--config', path])).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^devcapsules-runner: the settings cannot be read: ENOENT.*\n$/),
    });
    expect(main(['--port', '80'])).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^devcapsules-runner: Unknown option '--port'.*\n$/),
    });
  });

  test('everything wrong is told at once, and no value of a secret', () => {
    writeFileSync(path, 'secret: too-short\nport: 1000000\n');
    const { stderr } = main(['--config', path], { RUNNER_QUEUE: 'x' });
    for (const name of ['secret in', 'port in', 'RUNNER_QUEUE:']) expect(stderr).toContain(name);
    expect(stderr).not.toContain('too-short');
  });
});

describe('what operators read', () => {
  test('--print-config is a file of the same settings, without the secret', () => {
    writeFileSync(path, 'queue: 5\nlanguages_dir: "/a: b"\n');
    const { stdout, status } = main(['--config', path, '--print-config'], { RUNNER_SECRET: SECRET });
    expect(status).toBe(0);
    expect(stdout).not.toContain(SECRET);
    expect(stdout).toMatch(/^queue: 5 +# .*runner\.yaml$/m);
    expect(stdout).toMatch(/^# secret: \(hidden\) +# RUNNER_SECRET$/m);
    const env = { RUNNER_SECRET: SECRET, RUNNER_PREVIOUS_SECRET: `${SECRET}-before` };
    expect(main(['--print-config'], env).stdout).not.toContain(SECRET);
    const again = load(stdout, { RUNNER_SECRET: SECRET });
    expect(again.values).toEqual(
      load('queue: 5\nlanguages_dir: "/a: b"\n', { RUNNER_SECRET: SECRET }).values,
    );
  });

  test('--help names every setting', () => {
    const { stdout, status } = main(['--help']);
    expect(status).toBe(0);
    expect(stdout).toBe(`${describeConfig()}\n`);
    for (const name of settings.keyof().options) expect(stdout).toContain(`\n  ${name} `);
  });

  test('the example file holds, and names every setting with a value that holds', () => {
    const example = readFileSync(join(PACKAGING, 'devcapsules-runner.yaml'), 'utf8');
    expect(loadSettings(join(PACKAGING, 'devcapsules-runner.yaml'), {}).values).toMatchObject({ port: 2000 });
    const all = example.replace(/^# (\w+: \S+)$/gm, '$1');
    expect(Object.keys(parse(all)).sort()).toEqual([...settings.keyof().options].sort());
    const { languages_dir, secret, previous_secret, ...values } = load(all).values;
    const { concurrency, pool_size, makers, caller_queue, ...defaults } = loadSettings(undefined, {}).values;
    expect(values).toMatchObject(defaults);
    expect(readConfig({}).callerQueueLength).toBe(values.caller_queue);
  });

  test('the unit and the image use the example file', () => {
    const unit = readFileSync(join(PACKAGING, 'devcapsules-runner.service'), 'utf8');
    expect(unit).toMatch(/^ExecStart=.*main\.ts --config \/etc\/devcapsules-runner\.yaml$/m);
    const image = readFileSync(join(PACKAGING, 'Dockerfile'), 'utf8');
    expect(image).toMatch(/^COPY apps\/runner\/packaging\/devcapsules-runner\.yaml \/etc\//m);
    expect(image).toMatch(/RUNNER_CONFIG=\/etc\/devcapsules-runner\.yaml/);
  });
});
