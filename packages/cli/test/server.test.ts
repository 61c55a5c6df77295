import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, data } from '@devcapsules/client/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiUser } from '../../../tools/lib/api.ts';
import { type Stack, startStack } from '../../../tools/lib/stack.ts';
import { type Lab, NOWHERE, openLab } from './lab.ts';

/** The whole product: what is pushed is stored, proven and published by the real API on a real runner. */
let stack: Stack;
let stateDir: string;
let lab: Lab;
let key: string;

beforeAll(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'devcapsules-cli-server-'));
  stack = await startStack({ stateDir, runner: 'full', plan: 'enterprise' });
  key = await keyOf('author');
  lab = await openLab({ server: { url: stack.url, key } });
});
afterAll(async () => {
  await lab?.close();
  await stack?.stop();
  await rm(stateDir, { recursive: true });
});

async function keyOf(name: string): Promise<string> {
  const user = new ApiUser(stack.url);
  await user.enter({ email: `${name}@devcapsules.example`, password: 'pushes and pulls', name });
  const made = await user.post('/auth/api-keys', {
    name: 'test',
    scopes: ['capsules:read', 'capsules:write'],
  });
  return (made as { key: string }).key;
}

const edit = async (folder: string, from: string, to: string) => {
  const file = join(folder, 'capsule.md');
  await writeFile(file, (await readFile(file, 'utf8')).replace(from, to));
};

describe('push and pull', () => {
  it('store a capsule, prove it and publish it, and write the next version', async () => {
    const folder = join(lab.folder, 'count');
    await lab.cli('new', folder, '--language', 'python', '--judge', 'stdio');
    const pushed = await lab.cli('push', folder, '--publish');
    expect(pushed).toMatchObject({
      exit: 0,
      out: expect.stringMatching(/version 1 of .*\n.*: proven\n.*: published/),
    });
    const { id } = JSON.parse(await readFile(join(folder, '.devcapsules.json'), 'utf8'));
    const view = createClient({ baseUrl: stack.url });
    const shown = await data(view.GET('/api/v1/capsules/{id}', { params: { path: { id } } }));
    expect(shown).toMatchObject({ title: 'Count above', isPublished: true });
    await edit(folder, 'Count above', 'Count them');
    expect((await lab.cli('push', folder)).out).toMatch(/version 2 of /);
  });

  it('lose nothing of two who write at once', async () => {
    const [mine, theirs] = [join(lab.folder, 'mine'), join(lab.folder, 'theirs')];
    await lab.cli('new', mine, '--language', 'sql');
    await lab.cli('push', mine);
    const { id } = JSON.parse(await readFile(join(mine, '.devcapsules.json'), 'utf8'));
    expect(await lab.cli('pull', id, theirs)).toMatchObject({ exit: 0 });
    await edit(theirs, 'Long books', 'Their books');
    expect((await lab.cli('push', theirs)).exit).toBe(0);
    await edit(mine, 'Long books', 'My books');
    expect(await lab.cli('push', mine)).toMatchObject({ exit: 1, err: expect.stringContaining('changed') });
    expect(await lab.cli('pull', mine)).toMatchObject({ exit: 1, err: expect.stringContaining('--force') });
    expect((await lab.cli('push', mine, '--force')).out).toMatch(/version 3 of /);
    expect((await lab.cli('pull', theirs)).out).toContain('My books');
  });

  it('say what is not proven, and publish nothing then', async () => {
    const folder = join(lab.folder, 'wrong');
    await lab.cli('new', folder, '--language', 'python', '--judge', 'stdio');
    await writeFile(join(folder, 'solution.py'), 'print(41)\n');
    const { exit, out } = await lab.cli('push', folder, '--publish');
    expect([exit, out]).toEqual([1, expect.stringContaining('not proven')]);
    expect(out).not.toContain('published');
  });

  it('tell a wrong key, a foreign capsule and a server that is away apart', async () => {
    const folder = join(lab.folder, 'other');
    await lab.cli('new', folder, '--language', 'sql');
    expect((await lab.cli('push', folder, '--key', 'dck_none')).exit).toBe(2);
    await lab.cli('push', folder);
    const { id } = JSON.parse(await readFile(join(folder, '.devcapsules.json'), 'utf8'));
    const foreign = await keyOf('stranger');
    expect((await lab.cli('pull', id, join(lab.folder, 'stolen'), '--key', foreign)).exit).toBe(3);
    expect((await lab.cli('push', folder, '--server', NOWHERE)).exit).toBe(4);
    const noKey = await openLab({ server: { url: stack.url, key: undefined } });
    expect(await noKey.cli('push', folder)).toMatchObject({
      exit: 2,
      err: expect.stringContaining('DEVCAPSULES_KEY'),
    });
    await noKey.close();
  });
});
