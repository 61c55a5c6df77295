import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lab, NOWHERE, openLab } from './lab.ts';
import { startCli } from './process.ts';

const COMMANDS = ['new', 'verify', 'run', 'import', 'export'];

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab.close());

describe('the command line', () => {
  it('tells of every command, and every command of each of its options', async () => {
    const help = await lab.cli('--help');
    expect(help.exit).toBe(0);
    for (const command of COMMANDS) {
      expect(help.out).toMatch(new RegExp(`^  ${command} +\\S`, 'm'));
      const own = await lab.cli(command, '--help');
      expect(own).toMatchObject({ exit: 0, err: '' });
      expect(own.out).toMatch(new RegExp(`^devcapsules ${command} <`));
      expect(await lab.cli(command, 'x', '-h')).toEqual(own);
    }
    expect((await lab.cli()).out).toBe(help.out);
  });

  it.each([
    ['frob'],
    ['verify'],
    ['verify', 'x', '--width', '0'],
    ['verify', 'x', '--width', 'many'],
    ['verify', 'x', '--frob'],
    ['verify', 'x', '--runner', 'localhost:2000'],
    ['run'],
    ['run', 'a', 'b', 'c'],
    ['import', 'a'],
    ['import', 'a', 'b', '--from', 'moodle'],
    ['export', 'a', 'b'],
    ['export', 'a', 'b', '--to', 'exercism'],
    ['new', 'x'],
    ['new', '--language', 'c'],
    ['new', 'x', '--language', 'ruby'],
    ['new', 'x', '--language', 'sql', '--judge', 'stdio'],
    ['new', 'x', '--language', 'c', '--judge', 'query'],
    ['new', 'x', '--language', 'c', '--title', ''],
    ['new', 'x', '--language', 'c', '--function', 'f(a) -> int'],
    ['new', 'x', '--language', 'c', '--function', 'f(a: int)'],
    ['new', 'x', '--language', 'c', '--function', 'f(a: integer) -> int'],
    ['new', 'x', '--language', 'java', '--function', 'f(a: any) -> int'],
    ['new', 'x', '--language', 'c', '--judge', 'stdio', '--function', 'f(a: int) -> int'],
    ['new', 'x', '--language', 'sql', '--function', 'f(a: int) -> int'],
  ])('refuses “%s %s %s %s …” in one line, with 2', async (...args) => {
    const { exit, out, err } = await lab.cli(...args);
    expect([exit, out]).toEqual([2, '']);
    expect(err).toMatch(/^[^\n]+ See devcapsules (\w+ )?--help\.\n$/);
  });

  it('is the same as a process: version, help, exit codes, no colours into a pipe', async () => {
    const version = startCli(['--version']);
    const unknown = startCli(['frob']);
    const badVariable = startCli(['run', 'x'], { RUNNER_URL: 'nowhere' });
    const missing = startCli(['run', 'x'], { RUNNER_URL: NOWHERE });
    expect(await version.ended).toMatchObject({ exit: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
    expect(await unknown.ended).toMatchObject({ exit: 2, err: expect.stringContaining('"frob"') });
    expect(await badVariable.ended).toMatchObject({ exit: 2, err: expect.stringContaining('RUNNER_URL') });
    expect(await missing.ended).toMatchObject({ exit: 3, err: 'x: is missing.\n' });
  });
});
