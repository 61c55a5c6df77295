import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startTestRunner, type TestRunner } from './harness.ts';

const MIB = 1024 * 1024;
const BODY = JSON.stringify({ language: 'python', version: '*', files: [{ content: 'print(1)' }] });
let runner: TestRunner;
const errors: string[] = [];
beforeAll(async () => {
  runner = await startTestRunner(
    { RUNNER_BODY_MB: '1', RUNNER_CONCURRENCY: '2', RUNNER_QUEUE: '8' },
    (level, message, fields) => {
      if (level === 'error') errors.push(`${message} ${JSON.stringify(fields)}`);
    },
  );
});
afterEach(async () => {
  expect(errors).toEqual([]);
  await runner.stillStands();
});
afterAll(() => runner.close());

/** A connection that keeps what is answered; it may be closed by the other side at any time. */
async function open(): Promise<{ socket: Socket; answer(): string; closed: Promise<unknown> }> {
  const { hostname, port } = new URL(runner.url);
  const socket = connect(Number(port), hostname);
  let answer = '';
  socket.on('data', bytes => {
    answer += bytes.toString('latin1');
  });
  socket.on('error', () => undefined); // the server may close while we still write
  const closed = new Promise(resolve => socket.once('close', resolve));
  await once(socket, 'connect');
  return { socket, answer: () => answer, closed };
}

const post = (headers: string, body = '') =>
  `POST /api/v2/execute HTTP/1.1\r\nHost: x\r\n${headers}\r\n\r\n${body}`;

describe('hostile HTTP', () => {
  test.each([
    ['a length that is no number', post('Content-Length: ten', BODY)],
    ['a negative length', post('Content-Length: -1', BODY)],
    ['two lengths', post(`Content-Length: 5\r\nContent-Length: ${BODY.length}`, BODY)],
    ['a length beyond any number', post('Content-Length: 99999999999999999999999', BODY)],
    ['a length and chunks', post(`Content-Length: ${BODY.length}\r\nTransfer-Encoding: chunked`, BODY)],
    ['an unknown coding', post('Transfer-Encoding: gzip, x', BODY)],
    ['chunks that are none', post('Transfer-Encoding: chunked', BODY)],
    ['a chunk of endless length', post('Transfer-Encoding: chunked', 'ffffffffffffffffff\r\nx')],
    ['a chunk longer than told', post('Transfer-Encoding: chunked', `2\r\n${BODY}\r\n0\r\n\r\n`)],
    ['a header without a name', post(': x', BODY)],
    ['a header that is folded', post('A: b\r\n c', BODY)],
    ['a NUL in a header', post('A: b\0c', BODY)],
    ['headers of 100 KB', post(`A: ${'x'.repeat(100_000)}`, BODY)],
    ['10,000 headers', post(Array.from({ length: 10_000 }, (_, i) => `A${i}: x`).join('\r\n'), BODY)],
    ['no HTTP', `${randomBytes(200).toString('latin1')}\r\n\r\n`],
    ['another version', 'GET /health HTTP/9.9\r\n\r\n'],
    ['TLS', Buffer.from('16030100f1010000ed0303', 'hex').toString('latin1')],
  ])('is answered with an error of the client’s, or closed: %s', async (_, request) => {
    const { socket, answer, closed } = await open();
    socket.end(request, 'latin1');
    await closed;
    expect(answer()).toMatch(/^(HTTP\/1\.1 4\d\d |$)/);
    expect(answer()).not.toMatch(/\n\s+at |node_modules/);
  });

  test('what follows a request whose length is too small is not taken for a part of it', async () => {
    const { socket, answer, closed } = await open();
    socket.end(post('Content-Length: 2\r\nConnection: close', `{}${BODY}`));
    await closed;
    expect(answer()).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer()).not.toContain('stdout');
  });

  test('a body of 1 GB in chunks is cut off early, and takes no memory', async () => {
    const { socket, answer, closed } = await open();
    socket.write(post('Transfer-Encoding: chunked'));
    const chunk = Buffer.concat([Buffer.from('100000\r\n'), Buffer.alloc(MIB, 120), Buffer.from('\r\n')]);
    const before = process.memoryUsage.rss();
    let sent = 0;
    let isClosed = false;
    void closed.then(() => {
      isClosed = true;
    });
    for (; sent < 1024 && !isClosed && socket.writable; sent++)
      if (!socket.write(chunk)) await Promise.race([once(socket, 'drain').catch(() => undefined), closed]);
    await closed;
    expect(answer()).toMatch(/^HTTP\/1\.1 413 /);
    expect(sent).toBeLessThan(64);
    expect(process.memoryUsage.rss() - before).toBeLessThan(64 * MIB);
  });

  test('clients that send a byte now and then hold no one else up who has not begun', async () => {
    // As many as do not fill the room for bodies: their headers never end.
    const slow = await Promise.all(Array.from({ length: 200 }, open));
    for (const { socket } of slow) socket.write('POST /api/v2/execute HTTP/1.1\r\nHost: x\r\nX-Slow: ');
    const timer = setInterval(() => {
      for (const { socket } of slow) socket.write('a');
    }, 50);
    for (let i = 0; i < 10; i++) expect((await runner.run('python', `print(${i})`)).stdout).toBe(`${i}\n`);
    clearInterval(timer);
    for (const { socket } of slow) socket.destroy();
  });

  test('bodies that never end take the room for bodies, which is told at once, and give it back when they go', async () => {
    const slow: Awaited<ReturnType<typeof open>>[] = [];
    const addOne = async () => {
      const one = await open();
      one.socket.write(post('Content-Length: 1000', '{'));
      slow.push(one);
    };
    await Promise.all(Array.from({ length: 30 }, addOne));
    // One that came while an honest request had a place was itself turned away: there is always one more.
    await expect
      .poll(
        async () => {
          await addOne();
          return (await runner.post('/api/v2/execute', BODY)).status;
        },
        { timeout: 20_000 },
      )
      .toBe(429);
    expect((await fetch(`${runner.url}/metrics`)).status).toBe(200);
    for (const { socket } of slow) socket.destroy();
    await expect.poll(async () => (await runner.post('/api/v2/execute', BODY)).status).toBe(200);
  });

  test('bodies that never end are cut off by the service itself', async () => {
    const { socket, answer, closed } = await open();
    socket.write(post('Content-Length: 1000', '{'));
    await closed;
    expect(answer()).toMatch(/^HTTP\/1\.1 408 /);
  }, 70_000);
});

describe('hostile WebSockets', () => {
  const KEY = randomBytes(16).toString('base64');
  const upgrade = (headers: string) => `GET /api/v2/connect HTTP/1.1\r\nHost: x\r\n${headers}\r\n\r\n`;
  const RIGHT = `Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${KEY}`;

  test.each([
    ['no key', RIGHT.replace(/\r\nSec-WebSocket-Key.*/, '')],
    ['a key that is none', RIGHT.replace(KEY, 'x')],
    ['another version', RIGHT.replace('13', '99')],
    ['another protocol', RIGHT.replace('websocket', 'h2c')],
  ])('a handshake that is wrong is refused: %s', async (_, headers) => {
    const { socket, answer, closed } = await open();
    socket.end(upgrade(headers));
    await closed;
    expect(answer()).toMatch(/^HTTP\/1\.1 (4\d\d|200) /);
    expect(answer()).not.toContain(' 101 ');
  });

  /** A frame of RFC 6455, right or wrong. */
  const frame = fc
    .record({
      first: fc.integer({ min: 0, max: 255 }),
      isMasked: fc.boolean(),
      length: fc.oneof(fc.nat(125), fc.constantFrom(126, 127)),
      rest: fc.uint8Array({ maxLength: 40 }),
    })
    .map(({ first, isMasked, length, rest }) => Buffer.from([first, (isMasked ? 128 : 0) | length, ...rest]));
  /** A text frame that a client may send, whatever its content. */
  const text = fc
    .oneof(
      fc.json(),
      fc.constantFrom('{"type":"data","stream":"stdin","data":"x"}', '{"type":"signal","signal":"SIGKILL"}'),
      fc.constant(
        `{"type":"init","language":"python","version":"*","files":[{"content":"input()"}],"run_timeout":200}`,
      ),
    )
    .filter(content => Buffer.byteLength(content) < 65_536)
    .map(content => {
      const bytes = Buffer.from(content);
      const head =
        bytes.length < 126 ? [0x81, 128 | bytes.length] : [0x81, 254, bytes.length >> 8, bytes.length & 255];
      return Buffer.concat([Buffer.from([...head, 0, 0, 0, 0]), bytes]);
    });

  test('whatever frames come, the session ends and its place is free', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(frame, text), { minLength: 1, maxLength: 6 }), async frames => {
        const { socket, answer, closed } = await open();
        socket.write(upgrade(RIGHT));
        await expect.poll(answer).toContain(' 101 ');
        for (const one of frames) socket.write(one);
        socket.end();
        await closed;
        expect(answer()).not.toMatch(/\n\s+at |node_modules/);
      }),
      { numRuns: 300, endOnFailure: true },
    );
    await expect
      .poll(async () => /_running (\d+)/.exec(await (await fetch(`${runner.url}/metrics`)).text())?.[1])
      .toBe('0');
  }, 120_000);
});
