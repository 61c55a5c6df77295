import { beforeAll, describe, expect, inject, it, vi } from 'vitest';
import type { Seen } from './doubles/runners.setup.ts';
import { ask, Person } from './support.ts';

const base = `http://127.0.0.1:${inject('runnersPort')}`;
const PARENT = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const python = { body: { language: 'python', source_code: 'print(1)' } };
let person: Person;
let tests = 0;
beforeAll(async () => {
  person = await Person.signUp();
});

interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  attributes: { key: string; value: object }[];
  status?: { code: number };
}

describe('spans', () => {
  const setUp = (mode = 'collector') => {
    const tag = `otlp${tests++}`;
    const env = {
      OTEL_EXPORTER_OTLP_ENDPOINT: `${base}/${mode}/${tag}`,
      OTEL_EXPORTER_OTLP_HEADERS: 'x-key=a%20key,x-team=b',
      RUNNER_URLS: `${base}/500/${tag}=9999,${base}/well/${tag}`,
    };
    const seen = async (): Promise<Seen[]> =>
      (await fetch(`${base}/seen/${mode}/${tag}`)).json() as Promise<Seen[]>;
    const spans = async (): Promise<Span[]> =>
      (await seen()).flatMap(({ body }) => JSON.parse(body).resourceSpans[0].scopeSpans[0].spans);
    return { env, seen, spans };
  };

  it('of a request and its calls go to the collector in one message, as part of the caller’s trace', async () => {
    const { env, seen, spans } = setUp();
    await person.ask('POST', '/execute', { ...python, env, headers: { traceparent: PARENT } });
    const [message] = await seen();
    expect(message).toMatchObject({ path: '/v1/traces', headers: { 'x-key': 'a key', 'x-team': 'b' } });
    const [server, broken, well] = await spans();
    expect(server).toMatchObject({
      ...{ traceId: '0af7651916cd43dd8448eb211c80319c', parentSpanId: 'b7ad6b7169203331' },
      ...{ name: 'POST /api/v1/execute', kind: 2 },
    });
    expect(server?.attributes).toContainEqual({
      key: 'http.response.status_code',
      value: { intValue: '200' },
    });
    expect(broken).toMatchObject({ kind: 3, parentSpanId: server?.spanId, status: { code: 2 } });
    expect(well).toMatchObject({ kind: 3, parentSpanId: server?.spanId });
    expect(well).not.toHaveProperty('status');
    expect(BigInt(well?.endTimeUnixNano ?? 0)).toBeGreaterThanOrEqual(BigInt(well?.startTimeUnixNano ?? 1));
    expect(JSON.stringify(message)).not.toContain('print(1)');
  });

  it('start a trace of their own without one, and are not sent where the caller or chance says so', async () => {
    const { env, spans } = setUp();
    await person.ask('GET', '/capsules/mine', { env });
    await person.ask('GET', '/capsules/mine', { env, headers: { traceparent: `${PARENT.slice(0, -1)}0` } });
    await person.ask('GET', '/capsules/mine', { env: { ...env, OTEL_TRACES_SAMPLER_ARG: '0' } });
    const all = await spans();
    expect(all).toHaveLength(1);
    expect(all[0]?.traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(all[0]).not.toHaveProperty('parentSpanId');
  });

  it('that the collector does not take are lost in the log, and cost nobody an answer', async () => {
    const { env } = setUp('500');
    const lines: string[] = [];
    const spy = vi.spyOn(console, 'error').mockImplementation((line: string) => void lines.push(line));
    const { status } = await person.ask('GET', '/capsules/mine', { env });
    spy.mockRestore();
    expect(status).toBe(200);
    expect(lines.map(line => JSON.parse(line))).toMatchObject([{ message: 'spans lost' }]);
  });
});

describe('data points', () => {
  it('are written of runs and of our failures, and of nothing else', async () => {
    const points: AnalyticsEngineDataPoint[] = [];
    const ANALYTICS = { writeDataPoint: (point: AnalyticsEngineDataPoint) => void points.push(point) };
    await person.ask('POST', '/execute', { ...python, env: { ANALYTICS } });
    await person.ask('POST', '/execute', { ...python, env: { ANALYTICS, RUNNER_URL: `${base}/500/points` } });
    await person.ask('GET', '/capsules/mine', { env: { ANALYTICS } });
    await ask('POST', '/execute', { body: { language: 'sql', source_code: 'SELECT 1' }, env: { ANALYTICS } });
    const route = '/api/v1/execute';
    expect(points).toMatchObject([
      {
        indexes: [route],
        blobs: ['POST', route, 'user', expect.any(String), 'ok'],
        doubles: [200, expect.any(Number), 1],
      },
      { blobs: ['POST', route, 'user', expect.any(String), 'broken'], doubles: [503, expect.any(Number), 1] },
      { blobs: ['POST', route, 'anonymous', '', ''], doubles: [200, expect.any(Number), 0] },
    ]);
  });
});
