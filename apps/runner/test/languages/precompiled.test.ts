import { globSync, mkdtempSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startTestRunner, type TestRunner } from '../harness.ts';

let stateDir: string;
let runner: TestRunner;
beforeAll(async () => {
  stateDir = mkdtempSync('/var/lib/devcapsules-runner-test-');
  runner = await startTestRunner({ RUNNER_STATE_DIR: stateDir });
});
afterAll(async () => {
  await runner.close();
  rmSync(stateDir, { recursive: true });
});

const precompiled = () =>
  globSync(join(stateDir, 'c++-*/headers/*/**/*.gch')).filter(path => !path.includes('build-'));

async function compile(content: string, files: object[] = []) {
  const body = { language: 'c++', version: '*', files: [{ content }, ...files] };
  const { body: answer } = await runner.post('/api/v2/execute', body);
  if (!answer.compile) throw new Error(answer.message);
  const { status, code, stdout, stderr } = answer.compile;
  return { compile: { status, code, stdout, stderr }, run: answer.run, cpuMs: answer.compile.cpu_time };
}

const BLOCK =
  '// a block of its own\n#include <iostream>\n#include <map>\n#include <algorithm>\n#include <vector>\n';
const FINE = `${BLOCK}int main() { std::vector<int> v{3, 1}; std::sort(v.begin(), v.end()); std::cout << v[0]; }\n`;
const SOURCES = {
  'a program': FINE,
  'a warning': `${BLOCK}int main() { int unused; std::cout << __LINE__ << __FILE__; }\n`,
  'an error deep in a template': `${BLOCK}struct S {};\nint main() { std::vector<S> v; std::sort(v.begin(), v.end()); }\n`,
  'a header once more': `${BLOCK}#include "second.h"\n#include <iostream>\nint main() { std::cout << second; }\n`,
  'a header that is missing': `${BLOCK}int main() { std::unordered_map<int, int> m; }\n`,
};

const SECOND_HEADER = { name: 'second.h', content: '#include <iostream>\nint second = 2;\n' };

test('what is compiled, and what is said of it, is the same with precompiled headers, in less time', async () => {
  const before: Record<string, Awaited<ReturnType<typeof compile>>> = {};
  // One use of the block each, under other comments: they count together.
  const [first, ...others] = Object.entries(SOURCES);
  if (!first) throw new Error('no sources');
  before[first[0]] = await compile(first[1]);
  expect(precompiled()).toEqual([]);
  for (const [name, source] of others)
    before[name] = await compile(source, [SECOND_HEADER, { name: 'second.cpp', content: '' }]);
  expect(precompiled()).toEqual([]);

  await compile(FINE);
  await vi.waitFor(() => expect(precompiled()).toHaveLength(1), { timeout: 20_000 });
  for (const [name, source] of Object.entries(SOURCES)) {
    const after = await compile(source, [SECOND_HEADER]);
    expect(after.compile).toEqual(before[name]?.compile);
    expect(after.run.stdout).toEqual(before[name]?.run.stdout);
    if (name === 'a program') expect(after.cpuMs).toBeLessThan(0.8 * (before[name]?.cpuMs ?? 0));
  }
  await runner.stillStands();
});

test('no program can write to them', async () => {
  const [path] = precompiled();
  if (path === undefined) throw new Error('none was made');
  expect(statSync(path).mode & 0o777).toBe(0o644);
  const run = await runner.run(
    'c++',
    `#include <fstream>\n#include <iostream>\nint main() { std::ofstream f("${path}", std::ios::app); std::cout << f.is_open(); }`,
  );
  expect(run.stdout).toBe('0');
});

test('the end of the service ends what is being made, and leaves nothing of it', async () => {
  const folder = mkdtempSync('/var/lib/devcapsules-runner-test-');
  const own = await startTestRunner({ RUNNER_STATE_DIR: folder });
  const building = () => globSync(join(folder, 'c++-*/headers/build-*'));
  const compilers = () =>
    globSync('/proc/[0-9]*/cwd').filter(path => {
      try {
        return readlinkSync(path).startsWith(folder);
      } catch {
        return false; // it ended meanwhile
      }
    });
  try {
    const source = '#include <bits/stdc++.h>\nint main() {}\n';
    for (const mark of ['one', 'two']) await own.run('c++', `${source}// ${mark}\n`);
    await vi.waitFor(() => expect(compilers()).not.toEqual([]), { timeout: 5000, interval: 5 });
  } finally {
    await own.close();
  }
  expect(building()).toEqual([]);
  await vi.waitFor(() => expect(compilers()).toEqual([]));
  rmSync(folder, { recursive: true });
});
