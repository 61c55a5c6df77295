import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { clampDocument } from '../../../../packages/capsule/test/samples.ts';
import { ERRORS } from '../../src/errors/registry.ts';
import { SCOPES } from '../../src/ports/actor.ts';
import { draft, published } from '../authorization/things.ts';
import { type Answer, ask, NOTHING_GENERATED, Person } from '../support.ts';
import { fitting, mutated, type Schema } from './arbitrary.ts';

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header' | 'cookie';
  schema: Schema;
}

interface Operation {
  method: string;
  path: string;
  parameters: Parameter[];
  body: Schema | null;
}

const REQUESTS = 5_000;
/** People and things are made anew after so many, for requests delete them. */
const ROUND = 250;
const SEED = 20_261_123;
const CAPSULES = ['/api/v1/capsules', '/api/v1/capsules/{id}'];

const { paths, components } = await ask('GET', '/openapi.json').then(({ body }) => body);
// The shape of the document is held by the typed client that is made from it.
// biome-ignore lint/suspicious/noExplicitAny: see above
const operations: Operation[] = Object.entries<any>(paths).flatMap(([path, methods]) =>
  // biome-ignore lint/suspicious/noExplicitAny: see above
  Object.entries<any>(methods).map(([method, { parameters = [], requestBody }]) => ({
    method: method.toUpperCase(),
    path,
    parameters,
    body: requestBody?.content['application/json']?.schema ?? null,
  })),
);

const junk = fc.constantFrom(
  'none',
  '..%2f..',
  '%00',
  '%ff',
  'a'.repeat(300),
  '%F0%9F%92%A5',
  "'",
  '-1',
  '1e9',
  '*',
);
const header = fc.oneof(
  fc.constant({}),
  fc
    .constantFrom('"v1"', 'W/"v1"', '*', '""', 'x', '"v99999999999999999999"')
    .map(value => ({ 'if-match': value })),
  fc
    .constantFrom('text/plain', 'multipart/form-data', '', 'application/json; charset=utf-16')
    .map(value => ({ 'content-type': value })),
  fc.constantFrom('bytes=0-', 'bytes=5-1', 'bytes=-0', 'x', 'bytes=0-0,1-1').map(range => ({ range })),
  fc
    .constantFrom('', '*', '"', 'x'.repeat(5_000))
    .map(value => ({ 'if-none-match': value, 'x-learner-token': value })),
  fc
    .string({ unit: fc.constantFrom('a', '-', ' '), maxLength: 300 })
    .map(value => ({ 'idempotency-key': value, prefer: value })),
);

interface Things {
  ids: string[];
  askers: Record<string, string>[];
}

async function makeThings(round: number): Promise<Things> {
  const [owner, other] = [await Person.signUp('Owner'), await Person.signUp('Other')];
  const key = await owner.key([...SCOPES]);
  const own = [(await draft(owner)).params.id, (await published(owner)).params.id];
  return {
    ids: [...own, (await published(other)).params.id],
    askers: [
      { cookie: owner.cookie },
      { cookie: owner.cookie },
      { cookie: other.cookie },
      { authorization: `Bearer ${key}` },
      { authorization: 'Bearer x.y.z' },
      { 'cf-connecting-ip': `192.0.2.${round % 250}` },
    ],
  };
}

/** One request to an operation, as an arbitrary: valid, or with something about it wrong. */
function requestTo(operation: Operation, { ids, askers }: Things) {
  const value = (schema: Schema) => fitting(schema, components.schemas);
  // A capsule takes thought to be valid: it starts from one that is.
  const valid = CAPSULES.includes(operation.path)
    ? fc.constant<unknown>(clampDocument)
    : operation.body
      ? value(operation.body)
      : fc.constant(undefined);
  const body = fc.oneof(
    valid,
    valid.chain(mutated),
    valid.chain(first => mutated(first).chain(mutated)),
  );
  const query = operation.parameters
    .filter(parameter => parameter.in === 'query')
    .map(({ name, schema }) =>
      fc
        .option(fc.oneof(value(schema), value(schema).chain(mutated)), { nil: undefined, freq: 2 })
        .map(given => [name, given] as const),
    );
  return fc.record({
    ids: fc.array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...ids) }, junk), {
      minLength: 4,
      maxLength: 4,
    }),
    body,
    query: fc.tuple(...query),
    header,
    asker: fc.constantFrom(...askers),
    garble: fc.integer({ min: 0, max: 20 }),
  });
}

describe('the whole API under requests that are wrong in every way', () => {
  const answers: { asked: string; answer: Answer }[] = [];

  beforeAll(async () => {
    for (let round = 0; round * ROUND < REQUESTS; round++) {
      const things = await makeThings(round);
      for (let i = 0; i < ROUND; i++) {
        const nth = round * ROUND + i;
        const operation = operations[nth % operations.length];
        if (operation) answers.push(await send(operation, things, SEED + nth));
      }
    }
  }, 600_000);

  async function send(operation: Operation, things: Things, seed: number) {
    const [request] = fc.sample(requestTo(operation, things), { seed, numRuns: 1 });
    if (!request) throw new Error('fast-check gave no request');
    let parameter = 0;
    const path = operation.path.replace(/\{\w+\}/g, () => request.ids[parameter++] ?? 'x');
    const search = new URLSearchParams();
    for (const [name, given] of request.query) if (given !== undefined) search.set(name, String(given));
    const hasBody = operation.body !== null && request.body !== undefined;
    const json = hasBody ? JSON.stringify(request.body) : undefined;
    const raw = json && request.garble === 0 ? json.slice(0, -1) : json;
    const answer = await ask(operation.method, `${path.slice('/api/v1'.length)}?${search}`, {
      headers: { ...request.asker, ...request.header },
      ...(raw !== undefined && { raw }),
      env: NOTHING_GENERATED,
    });
    return {
      asked: `${operation.method} ${path}?${search} ${JSON.stringify(request.header)} ${raw?.slice(0, 300)}`,
      answer,
    };
  }

  it('is asked often enough, and most requests get past the limits', () => {
    expect(answers.length).toBeGreaterThanOrEqual(REQUESTS);
    const share = (of: (status: number) => boolean) =>
      answers.filter(({ answer }) => of(answer.status)).length / answers.length;
    expect(share(status => status === 429)).toBeLessThan(0.05);
    expect(share(status => status < 400)).toBeGreaterThan(0.1);
  });

  it('never fails on its side', () => {
    expect(
      answers.filter(({ answer }) => answer.status >= 500).map(({ asked, answer }) => [asked, answer.body]),
    ).toEqual([]);
  });

  it('tells each error in the envelope, with the status of its code', () => {
    const wrong = answers.filter(({ answer: { status, body } }) => {
      if (status < 400) return false;
      const code: keyof typeof ERRORS = body?.error?.code;
      return body.success !== false || typeof body.requestId !== 'string' || ERRORS[code]?.status !== status;
    });
    expect(wrong.map(({ asked, answer }) => [asked, answer.status, answer.body])).toEqual([]);
  });

  it('tells nothing of its inside', () => {
    const inside = /SQLITE|D1_ERROR|drizzle|node_modules|\.ts:\d|Zod[A-Z]|at async /;
    const leaky = answers.filter(
      ({ answer }) => answer.status >= 400 && inside.test(JSON.stringify(answer.body)),
    );
    expect(leaky.map(({ asked, answer }) => [asked, answer.body])).toEqual([]);
  });
});
