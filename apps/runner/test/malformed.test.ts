import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestRunner, type TestRunner } from './harness.ts';

/** How many requests are made up; RUNNER_TEST_MALFORMED asks for more. */
const { RUNNER_TEST_MALFORMED = '2000' } = process.env;
const REQUESTS = Number(RUNNER_TEST_MALFORMED);
const LONGEST_MS = 10_000;

let runner: TestRunner;
const errors: string[] = [];
beforeAll(async () => {
  runner = await startTestRunner({ RUNNER_BODY_MB: '1' }, (level, message, fields) => {
    if (level === 'error') errors.push(`${message} ${JSON.stringify(fields)}`);
  });
});
afterAll(() => runner.close());

const oddString = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('', '\0', '..', '/etc/passwd', '../../x', '\ud800', 'x'.repeat(5000), '__proto__', 'NaN'),
);
const oddNumber = fc.oneof(
  fc.integer(),
  fc.double(),
  fc.constantFrom(-1, 0, 1e308, Number.MAX_SAFE_INTEGER, 0.5),
);
const odd = fc.oneof(oddString, oddNumber, fc.jsonValue({ maxDepth: 3 }), fc.constant(null), fc.boolean());

/** Mostly as it should be, so that what is odd elsewhere is reached. */
const mostly = (right: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 20, arbitrary: right }, { weight: 1, arbitrary: odd });

const file = fc.record(
  {
    name: mostly(fc.constantFrom('main', 'a/b', 'c d')),
    content: mostly(oddString),
    encoding: mostly(fc.constantFrom('utf8', 'utf8', 'base64', 'hex')),
  },
  { requiredKeys: ['content'] },
);
const text = mostly(oddString);
const args = mostly(fc.array(text, { maxLength: 3 }));
const oneCase = fc.record(
  { stdin: text, args, channel: text, hash_seed: mostly(fc.nat()) },
  { requiredKeys: [] },
);

/** A request that is nearly right: some fields as they should be, some anything. */
const nearly = fc.record(
  {
    language: mostly(fc.constantFrom('python', 'javascript', 'java', 'c', 'c++')),
    version: mostly(fc.constant('*')),
    files: mostly(fc.array(file, { minLength: 1, maxLength: 3 })),
    stdin: text,
    args,
    cases: mostly(fc.array(oneCase, { minLength: 1, maxLength: 3 })),
    run_timeout: mostly(fc.integer({ min: -1, max: 50 })),
    run_memory_limit: mostly(fc.constant(-1)),
    compile_timeout: mostly(fc.constant(-1)),
    output_encoding: mostly(fc.constantFrom('utf8', 'base64')),
    stop_on_failure: mostly(fc.boolean()),
  },
  { requiredKeys: ['language', 'version', 'files'] },
);

const body = fc.oneof(
  { weight: 5, arbitrary: nearly.map(one => JSON.stringify(one)) },
  { weight: 2, arbitrary: fc.json() },
  // Right, but for a piece that is missing at the end or a character that is another.
  {
    weight: 2,
    arbitrary: fc.tuple(nearly, fc.nat(), oddString).map(([one, at, by]) => {
      const text = JSON.stringify(one);
      return text.slice(0, at % (text.length + 1)) + by;
    }),
  },
  { weight: 2, arbitrary: fc.uint8Array({ maxLength: 200 }).map(bytes => Buffer.from(bytes)) },
);

const token = fc.stringMatching(/^[\x21-\x7e]{1,40}$/);
const headers = fc.record(
  {
    accept: fc.oneof(token, fc.constant('application/x-ndjson')),
    'content-type': token,
    'x-request-id': token,
    'x-devcapsules-caller': token,
    'x-devcapsules-signature': token,
    authorization: token,
  },
  { requiredKeys: [] },
);

const request = fc.record({
  method: fc.constantFrom(...Array(9).fill('POST'), 'PUT', 'DELETE', 'PATCH'),
  path: fc.oneof(
    {
      weight: 8,
      arbitrary: fc.constantFrom('/api/v2/execute', '/api/v2/execute/batch', '/api/v2/execute?x=%zz'),
    },
    { weight: 1, arbitrary: fc.webPath() },
    { weight: 1, arbitrary: fc.constantFrom('/metrics', '/api/v2/connect', '/%', '//', '/health/..') },
  ),
  headers,
  body,
});

describe('malformed requests', () => {
  test(`whatever of ${REQUESTS} comes, none is answered with 5xx, a stack or silence`, async () => {
    const statuses = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(request, async ({ method, path, headers, body }) => {
        const signal = AbortSignal.timeout(LONGEST_MS);
        const response = await fetch(`${runner.url}${path}`, { method, headers, body, signal });
        const text = await response.text();
        statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
        expect(response.status, text).toBeLessThan(500);
        if (response.status >= 400) {
          expect(text).not.toMatch(/\n\s+at |node_modules|\/src\/|\.ts:\d/);
          const answer: unknown = JSON.parse(text);
          expect(answer).toEqual({ message: expect.any(String) });
        }
      }),
      { numRuns: REQUESTS, endOnFailure: true },
    );
    expect(errors).toEqual([]);
    // What is made up reaches the sandbox too, not just the first check.
    for (const status of [200, 400, 404])
      expect(statuses.get(status) ?? 0, String(status)).toBeGreaterThan(10);
    await runner.stillStands();
  }, 600_000);
});
