import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lab, openLab } from './lab.ts';
import { startProxy } from './proxy.ts';

const SECRET = 'a secret of this test';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab({ runner: { RUNNER_SECRET: SECRET }, secret: SECRET });
  await lab.cli('new', folder(), '--language', 'python', '--judge', 'stdio');
});
afterAll(() => lab.close());
const folder = () => join(lab.folder, 'sum');

describe('a runner', () => {
  it('with a secret is asked with a signature', async () => {
    expect(await lab.cli('run', folder())).toMatchObject({ exit: 0 });
    expect(await lab.cli('run', folder(), '--runner', `${lab.runnerUrl}/`)).toMatchObject({ exit: 0 });
    expect(await lab.cli('run', folder(), '--secret', 'another')).toMatchObject({
      exit: 4,
      err: expect.stringMatching(/answered 401: .*RUNNER_SECRET/),
    });
  });

  it('that is not there ends with 4 and how to start one', async () => {
    for (const command of ['run', 'verify']) {
      const { exit, out, err } = await lab.cli(command, folder(), '--runner', 'http://127.0.0.1:4');
      expect([exit, out]).toEqual([4, '']);
      expect(err).toContain('No runner answers at http://127.0.0.1:4');
      expect(err).toContain('npm start');
    }
  });

  it.each<[string, (response: ServerResponse) => void, string]>([
    ['is a page', response => response.end('<html>'), 'not JSON'],
    ['is something else', response => response.end('{"cases": 1}'), 'not one of a runner'],
    ['breaks off', response => response.write('{', () => response.destroy()), 'broke off'],
    [
      'is a refusal',
      response => response.writeHead(404).end('not here'),
      'answered 404: not here. Is it a runner?',
    ],
  ])('whose answer %s ends with 4 and says so', async (_, answer, reason) => {
    const proxy = await startProxy(lab.runnerUrl, response => {
      answer(response);
      return true;
    });
    const { exit, out, err } = await lab.cli('run', folder(), '--runner', proxy.url);
    await proxy.close();
    expect([exit, out, err]).toEqual([4, '', expect.stringContaining(reason)]);
  });

  it('whose queue is full is asked again', async () => {
    let refusals = 2;
    const proxy = await startProxy(lab.runnerUrl, response => {
      if (refusals-- <= 0) return false;
      response.writeHead(429, { 'retry-after': '1' }).end('{"message": "too many requests wait"}');
      return true;
    });
    expect(await lab.cli('run', folder(), '--runner', proxy.url)).toMatchObject({ exit: 0 });
    await proxy.close();
    expect(refusals).toBeLessThan(0);
  });

  it('is not needed for SQL', async () => {
    const query = join(lab.folder, 'query');
    await lab.cli('new', query, '--language', 'sql');
    expect(await lab.cli('verify', query, '--runner', 'http://127.0.0.1:4')).toMatchObject({ exit: 0 });
  });
});
