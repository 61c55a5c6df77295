import type { Fact, Facts } from './facts.ts';

/** When somebody has to look, and how soon: a page at once, a ticket on the next working day. */
export interface Condition {
  name: string;
  severity: 'page' | 'ticket';
  /** Null while the facts that it needs are not to be had: that is a finding of its own. */
  measure: (facts: Facts, now: Date) => number | null;
  /** It holds above this. */
  above: number;
  unit: string;
  summary: string;
  /** Which facts it is measured by. */
  from: Fact;
  runbook: string;
}

const MINUTE_MS = 60_000;
const minutesSince = (time: string | null, now: Date) =>
  time === null ? 0 : (now.getTime() - Date.parse(time)) / MINUTE_MS;
const notAbsent = <Value>(value: Value | null, of: (value: Value) => number) =>
  value === null ? null : of(value);

/** D1's limit for one database on the paid plan: https://developers.cloudflare.com/d1/platform/limits/ */
export const D1_LIMIT_BYTES = 10_000_000_000;

/** What the Worker, its queues, its database and its models are watched for; the runner's are in runner.rules.yml. */
export const CONDITIONS: Condition[] = [
  {
    ...{ name: 'ApiUnready', severity: 'page', from: 'ready', unit: 'parts down', above: 0 },
    measure: ({ ready }) =>
      notAbsent(ready, ({ database, sql }) => [database, sql].filter(one => one !== 'up').length),
    summary: 'The database or SQL does not answer',
    runbook: 'docs/runbooks/api-unready.md',
  },
  {
    ...{ name: 'RunnersDown', severity: 'page', from: 'ready', unit: 'of all runners', above: 0.5 },
    measure: ({ ready }) =>
      notAbsent(ready, ({ runners }) => (runners.total ? 1 - runners.up / runners.total : 0)),
    summary: 'More than half of the runners do not answer the API',
    runbook: 'docs/runbooks/no-runner.md',
  },
  {
    ...{ name: 'ErrorRate', severity: 'page', from: 'runs', unit: 'of requests that run code', above: 0.01 },
    measure: ({ runs: found }) =>
      notAbsent(found, ({ requests, failures }) => (requests ? failures / requests : 0)),
    summary: 'More than 1 % of requests that run code failed on our side within 15 minutes',
    runbook: 'docs/runbooks/error-rate.md',
  },
  {
    ...{ name: 'SlowRuns', severity: 'ticket', from: 'runs', unit: 'ms', above: 5_000 },
    measure: ({ runs: found }) => notAbsent(found, ({ p95Ms }) => p95Ms),
    summary: '5 % of requests that run code took longer than 5 s within 15 minutes',
    runbook: 'docs/runbooks/slow-runs.md',
  },
  {
    ...{ name: 'DeadLetters', severity: 'ticket', from: 'status', unit: 'messages', above: 0 },
    measure: ({ status }) => notAbsent(status, ({ deadLetters }) => deadLetters),
    summary: 'Messages were given up by a queue’s consumer',
    runbook: 'docs/runbooks/dead-letters.md',
  },
  {
    ...{ name: 'QueueDepth', severity: 'ticket', from: 'backlogs', unit: 'messages', above: 1_000 },
    measure: ({ backlogs }) => notAbsent(backlogs, ({ messages }) => messages),
    summary: 'Messages wait on a queue, or on the way to the dead letters',
    runbook: 'docs/runbooks/queue-depth.md',
  },
  {
    ...{ name: 'GenerationsWait', severity: 'page', from: 'status', unit: 'minutes', above: 10 },
    measure: ({ status }, now) =>
      notAbsent(status, ({ generations }) => minutesSince(generations.oldestQueuedAt, now)),
    summary: 'A generation has waited for longer than 10 minutes',
    runbook: 'docs/runbooks/queue-depth.md',
  },
  {
    ...{ name: 'MailsWait', severity: 'page', from: 'status', unit: 'minutes', above: 15 },
    measure: ({ status }, now) => notAbsent(status, ({ mails }) => minutesSince(mails.oldestQueuedAt, now)),
    summary: 'A mail has waited for longer than 15 minutes',
    runbook: 'docs/runbooks/queue-depth.md',
  },
  {
    ...{ name: 'CronLate', severity: 'ticket', from: 'status', unit: 'minutes', above: 50 },
    // Nothing to count is no sign of a cron that stands.
    measure: ({ status }, now) =>
      notAbsent(status, ({ events }) => (events.uncounted > 0 ? minutesSince(events.countedAt, now) : 0)),
    summary: 'Events have not been counted for three of the cron’s quarters of an hour',
    runbook: 'docs/runbooks/cron-late.md',
  },
  {
    ...{
      name: 'BudgetNearlySpent',
      severity: 'ticket',
      from: 'budget',
      unit: 'of the day’s budget',
      above: 0.8,
    },
    measure: ({ budget }) =>
      notAbsent(budget, ({ spentUsd, limitUsd }) => (limitUsd > 0 ? spentUsd / limitUsd : 0)),
    summary: 'Models have cost more than 80 % of the day’s budget; at 100 % they are asked no more',
    runbook: 'docs/runbooks/budget.md',
  },
  {
    ...{ name: 'ModelsFail', severity: 'page', from: 'budget', unit: 'failures in a row', above: 4 },
    measure: ({ budget }) => notAbsent(budget, ({ circuit }) => circuit.failures),
    summary: 'The provider of models fails, and is left alone for a while',
    runbook: 'docs/runbooks/models-fail.md',
  },
  {
    ...{ name: 'DatabaseLarge', severity: 'ticket', from: 'status', unit: 'of D1’s limit', above: 0.6 },
    measure: ({ status }) => notAbsent(status, ({ databaseBytes }) => databaseBytes / D1_LIMIT_BYTES),
    summary: 'The database has more than 60 % of the size that D1 allows',
    runbook: 'docs/runbooks/database-size.md',
  },
];

/** A fact that could not be had is somebody's to look at, too. */
export const BLIND_RUNBOOK = 'docs/runbooks/blind.md';

export interface Finding {
  name: string;
  severity: Condition['severity'];
  value: number | null;
  firing: boolean;
  summary: string;
  runbook: string;
}

/** Judges every condition by the facts; one that can't be measured fires as one that is blind. */
export function judge(facts: Facts, now: Date, conditions: Condition[] = CONDITIONS): Finding[] {
  return conditions.map(({ name, severity, measure, above, summary, runbook, from }) => {
    const value = measure(facts, now);
    if (value !== null) return { name, severity, value, firing: value > above, summary, runbook };
    return {
      ...{ name, severity: 'ticket', value, firing: true },
      ...{ summary: `Not to be told: ${facts.missing[from] ?? 'no answer'}`, runbook: BLIND_RUNBOOK },
    };
  });
}
