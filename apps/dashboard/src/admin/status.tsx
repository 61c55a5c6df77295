import type { components } from '@devcapsules/client/schema';
import { classes } from '#ui/class-names.ts';
import { counted, moment } from '#words.ts';

type ServiceStatus = components['schemas']['ServiceStatus'];

interface Figure {
  label: string;
  value: string;
  note?: string;
  isBad?: boolean;
}

/** What waits and what is up, as it was when the page was made. */
export function Status({ status }: { status: ServiceStatus }) {
  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-5 text-sm sm:grid-cols-3">
      {figuresOf(status).map(({ label, value, note, isBad }) => (
        <div key={label}>
          <dt className="text-muted">{label}</dt>
          <dd className={classes('text-lg font-semibold tabular-nums', isBad && 'text-bad')}>{value}</dd>
          {note && <dd className="text-xs text-muted">{note}</dd>}
        </div>
      ))}
    </dl>
  );
}

function figuresOf({
  runners,
  generations,
  mails,
  events,
  deadLetters,
  databaseBytes,
}: ServiceStatus): Figure[] {
  const since = (time: string | null) => (time === null ? {} : { note: `since ${moment(time)}` });
  return [
    { label: 'Runners', value: `${runners.up} of ${runners.total} up`, isBad: runners.up < runners.total },
    {
      label: 'Generations',
      value: `${generations.running} running, ${generations.queued} waiting`,
      ...since(generations.oldestQueuedAt),
    },
    { label: 'Mails', value: `${mails.queued} waiting`, ...since(mails.oldestQueuedAt) },
    {
      label: 'Events',
      value: `${events.uncounted.toLocaleString('en')} to count`,
      note: events.countedAt === null ? 'never counted yet' : `counted ${moment(events.countedAt)}`,
    },
    { label: 'Dead letters', value: counted(deadLetters, 'message'), isBad: deadLetters > 0 },
    { label: 'Database', value: `${(databaseBytes / 2 ** 20).toFixed(1)} MiB` },
  ];
}
