import type { Deps } from '../../deps.ts';
import { AppError } from '../../errors/app-error.ts';
import type { Actor } from '../../ports/actor.ts';
import type {
  CapsuleRow,
  CapsuleTotals,
  DayCounts,
  ErrorGroup,
  Funnel,
  TestFailures,
  WaysToPass,
} from '../../ports/analytics.ts';
import { requireOwn, requireUser } from '../capsule/access.ts';
import { type ItemQuality, itemQuality } from './items.ts';
import { everyDay, periodOf } from './period.ts';

const ROWS_SHOWN = 200;
const ERRORS_SHOWN = 20;
/** Fewer learners than this could be told one by one. */
const MIN_LEARNERS_IN_PUBLIC = 5;

interface Scope {
  deps: Pick<Deps, 'analytics' | 'capsules' | 'runtime'>;
  actor: Actor;
}

interface Asked {
  from?: string | undefined;
  to?: string | undefined;
}

export interface Dashboard {
  totals: Pick<CapsuleTotals, (typeof SUMMED)[number]>;
  timeline: DayCounts[];
  /** The most used first, at most two hundred. */
  capsules: (CapsuleRow & Pick<ItemQuality, 'difficulty' | 'discrimination'>)[];
}

/** Of all capsules that the asker has made. @throws AppError UNAUTHENTICATED | VALIDATION_FAILED */
export async function getDashboard({ deps, actor }: Scope, asked: Asked): Promise<Dashboard> {
  const { userId } = requireUser(actor);
  const period = periodOf(asked, deps.runtime.now());
  const [rows, days, items] = await Promise.all([
    deps.analytics.rowsByCreator(userId, ROWS_SHOWN),
    deps.analytics.daysByCreator(userId, period),
    deps.analytics.items(userId),
  ]);
  const qualities = new Map(items.map(item => [item.capsuleId, itemQuality(item)]));
  return {
    totals: sumOf(rows),
    timeline: everyDay(period, days),
    capsules: rows.map(row => {
      const { difficulty = null, discrimination = null } = qualities.get(row.capsuleId) ?? {};
      return { ...row, difficulty, discrimination };
    }),
  };
}

export interface CapsuleReport {
  totals: CapsuleTotals;
  funnel: Funnel;
  timeline: DayCounts[];
  waysToPass: WaysToPass;
  tests: TestFailures[];
  errors: ErrorGroup[];
  /** Among all capsules of its creator. */
  item: Omit<ItemQuality, 'capsuleId' | 'title'>;
}

/** All that is counted of a capsule, for its owner. @throws AppError UNAUTHENTICATED | NOT_FOUND | VALIDATION_FAILED */
export async function getCapsuleReport(
  { deps, actor }: Scope,
  id: string,
  asked: Asked,
): Promise<CapsuleReport> {
  const { creatorId } = await requireOwn(deps.capsules, actor, id);
  const period = periodOf(asked, deps.runtime.now());
  const { analytics } = deps;
  const [totals, funnel, days, waysToPass, tests, errors, items] = await Promise.all([
    analytics.totals(id),
    analytics.funnel(id),
    analytics.days(id, period),
    analytics.waysToPass(id),
    analytics.testFailures(id),
    analytics.errors(id, ERRORS_SHOWN),
    analytics.items(creatorId),
  ]);
  const sums = items.find(({ capsuleId }) => capsuleId === id);
  const { learners, difficulty, discrimination } = itemQuality(
    sums ?? { capsuleId: id, title: '', n: 0, x: 0, y: 0, yy: 0, xy: 0 },
  );
  const item = { learners, difficulty, discrimination };
  return { totals, funnel, timeline: everyDay(period, days), waysToPass, tests, errors, item };
}

export interface PublicStats {
  totalRuns: number;
  /** Null while so few have tried that one could be told from another. */
  completionRate: number | null;
}

/** What anybody may know of a published capsule. @throws AppError NOT_FOUND */
export async function getPublicStats({ deps }: Pick<Scope, 'deps'>, id: string): Promise<PublicStats> {
  const capsule = await deps.capsules.find(id);
  if (!capsule || capsule.publishedVersion === null) throw new AppError('NOT_FOUND');
  const { totalRuns, completionRate, learners } = await deps.analytics.totals(id);
  return { totalRuns, completionRate: learners < MIN_LEARNERS_IN_PUBLIC ? null : completionRate };
}

const SUMMED = ['impressions', 'views', 'edits', 'totalRuns', 'submissions', 'passes', 'hints'] as const;

function sumOf(rows: CapsuleRow[]): Dashboard['totals'] {
  const totals = { impressions: 0, views: 0, edits: 0, totalRuns: 0, submissions: 0, passes: 0, hints: 0 };
  for (const row of rows) for (const name of SUMMED) totals[name] += row[name];
  return totals;
}
