import { z } from 'zod';

const TIMEOUT_MS = 30_000;
const state = z.enum(['up', 'down']);
/** What the API wraps its answers in. */
const data = <Shape extends z.ZodType>(shape: Shape) => z.object({ data: shape });

const ready = data(
  z.object({ database: state, sql: state, runners: z.object({ up: z.number(), total: z.number() }) }),
);
const status = data(
  z.object({
    databaseBytes: z.number(),
    deadLetters: z.number(),
    events: z.object({ uncounted: z.number(), countedAt: z.string().nullable() }),
    generations: z.object({ oldestQueuedAt: z.string().nullable() }),
    mails: z.object({ oldestQueuedAt: z.string().nullable() }),
  }),
);
const budget = data(
  z.object({ spentUsd: z.number(), limitUsd: z.number(), circuit: z.object({ failures: z.number() }) }),
);
const runRow = z.object({ requests: z.coerce.number(), failures: z.coerce.number(), p95: z.coerce.number() });
const runRows = z.object({ data: z.array(runRow) });
const graph = z.object({
  errors: z.array(z.object({ message: z.string() })).nullish(),
  data: z
    .object({
      viewer: z.object({
        accounts: z.array(
          z.object({
            queueBacklogAdaptiveGroups: z.array(z.object({ avg: z.object({ messages: z.number() }) })),
          }),
        ),
      }),
    })
    .nullish(),
});

export interface Facts {
  ready: z.infer<typeof ready>['data'] | null;
  status: z.infer<typeof status>['data'] | null;
  budget: z.infer<typeof budget>['data'] | null;
  /** Of a quarter of an hour, from Analytics Engine. */
  runs: { requests: number; failures: number; p95Ms: number } | null;
  /** Of the fullest queue. */
  backlogs: { messages: number } | null;
  /** Why a fact is not to be had. */
  missing: Partial<Record<Fact, string>>;
}
export type Fact = Exclude<keyof Facts, 'missing'>;

export interface Sources {
  /** The product's address. */
  url: string;
  /** Of a service token of Cloudflare Access, or a session where there is none. */
  adminHeaders: Record<string, string>;
  /** Of Cloudflare: reads analytics of the account. */
  cloudflare: { api: string; accountId: string; token: string };
  /** Of Analytics Engine, such as devcapsules_requests_production. */
  dataset: string;
}

/** See the adapter apps/api/src/adapters/analytics-engine/points.ts for what stands where. */
export function runsQuery(dataset: string): string {
  return `SELECT sum(_sample_interval) AS requests,
  sum(if(double1 >= 500, _sample_interval, 0)) AS failures,
  quantileExactWeighted(0.95)(double2, _sample_interval) AS p95
FROM ${dataset} WHERE timestamp > NOW() - INTERVAL '15' MINUTE FORMAT JSON`;
}

/** https://developers.cloudflare.com/queues/observability/metrics/ */
export const BACKLOG_QUERY = `query Backlogs($account: string!, $since: Time!) {
  viewer { accounts(filter: { accountTag: $account }) {
    queueBacklogAdaptiveGroups(limit: 100, filter: { datetime_geq: $since }, orderBy: [avg_messages_DESC]) {
      avg { messages }
      dimensions { queueId }
    }
  } }
}`;

/** Asks for everything at once; what fails is missing, and says why. */
export async function gatherFacts(sources: Sources, now: Date): Promise<Facts> {
  const { url, adminHeaders, cloudflare, dataset } = sources;
  const { api, accountId, token } = cloudflare;
  const bearer = { authorization: `Bearer ${token}` };
  const admin = (path: string) => ask(`${url}/api/v1/admin${path}`, { headers: adminHeaders });
  const questions = {
    // Readiness is told with 503, too.
    ready: async () => ready.parse(await ask(`${url}/health/ready`, {}, [200, 503])).data,
    status: async () => status.parse(await admin('/status')).data,
    budget: async () => budget.parse(await admin('/budget')).data,
    runs: async () => {
      const path = `${api}/accounts/${accountId}/analytics_engine/sql`;
      const [row] = runRows.parse(
        await ask(path, { method: 'POST', headers: bearer, body: runsQuery(dataset) }),
      ).data;
      return { requests: row?.requests ?? 0, failures: row?.failures ?? 0, p95Ms: row?.p95 ?? 0 };
    },
    backlogs: async () => {
      const variables = { account: accountId, since: new Date(now.getTime() - 15 * 60_000).toISOString() };
      const body = JSON.stringify({ query: BACKLOG_QUERY, variables });
      const headers = { ...bearer, 'content-type': 'application/json' };
      const { errors, data: found } = graph.parse(
        await ask(`${api}/graphql`, { method: 'POST', headers, body }),
      );
      if (errors?.length || !found)
        throw new Error(errors?.map(({ message }) => message).join('; ') ?? 'no data');
      const groups = found.viewer.accounts.flatMap(account => account.queueBacklogAdaptiveGroups);
      return { messages: Math.max(0, ...groups.map(({ avg }) => avg.messages)) };
    },
  };
  const facts: Facts = { ready: null, status: null, budget: null, runs: null, backlogs: null, missing: {} };
  const fill = async <Name extends Fact>(name: Name, question: () => Promise<NonNullable<Facts[Name]>>) => {
    try {
      facts[name] = await question();
    } catch (error) {
      facts.missing[name] = `${name}: ${error instanceof Error ? error.message : error}`.slice(0, 300);
    }
  };
  await Promise.all([
    fill('ready', questions.ready),
    fill('status', questions.status),
    fill('budget', questions.budget),
    fill('runs', questions.runs),
    fill('backlogs', questions.backlogs),
  ]);
  return facts;
}

async function ask(url: string, init: RequestInit, right: number[] = [200]): Promise<unknown> {
  // A page to sign in at is no answer.
  const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) });
  const text = await response.text();
  if (!right.includes(response.status)) throw new Error(`${response.status} ${text.slice(0, 200)}`);
  return JSON.parse(text);
}
