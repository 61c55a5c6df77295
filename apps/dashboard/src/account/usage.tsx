import type { components } from '@devcapsules/client/schema';
import { moment } from '#words.ts';

type Usage = components['schemas']['Usage'];

const KINDS: Record<Usage['daily'][number]['kind'], string> = {
  executions: 'Runs and submissions',
  generations: 'Generations',
  anonymous: 'Runs of visitors without an account',
};

/** What of the day's allowances is used, and what the plan has room for. */
export function UsageFigures({ usage }: { usage: Usage }) {
  return (
    <div className="grid gap-4">
      {usage.daily.map(({ kind, used, limit }) => (
        <div key={kind}>
          <p className="mb-1.5 flex justify-between gap-4 text-sm">
            <span>{KINDS[kind]}</span>
            <span className="text-muted tabular-nums">
              {used.toLocaleString('en')}{' '}
              {limit === null ? 'today, no limit' : `of ${limit.toLocaleString('en')} today`}
            </span>
          </p>
          <progress
            aria-label={KINDS[kind]}
            value={limit === null ? 0 : Math.min(used, limit)}
            max={Math.max(1, limit ?? 1)}
            className="h-1.5 w-full overflow-hidden rounded-full"
          />
        </div>
      ))}
      <dl className="grid grid-cols-2 gap-4 text-sm sm:grid-cols-4">
        {[
          ['Capsules, at most', usage.capsules.toLocaleString('en')],
          ['Files, at most', `${(usage.assetBytes / 2 ** 20).toLocaleString('en')} MiB`],
          ['API keys, at most', String(usage.apiKeys)],
          ['Requests a minute', usage.requestsPerMinute.toLocaleString('en')],
        ].map(([label, value]) => (
          <div key={label}>
            <dt className="text-muted">{label}</dt>
            <dd className="font-medium tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="text-sm text-muted">The day begins anew on {moment(usage.resetsAt)}.</p>
    </div>
  );
}
