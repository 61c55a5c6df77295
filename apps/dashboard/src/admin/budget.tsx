'use client';
import { data } from '@devcapsules/client/client';
import type { components } from '@devcapsules/client/schema';
import { useState } from 'react';
import { api } from '#browser/api.ts';
import { useAction } from '#browser/use-action.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useToast } from '#ui/toast.tsx';
import { counted, dollars, moment } from '#words.ts';

type Spending = components['schemas']['ModelSpending'];

/** What models cost today, what they may, and on which days before they cost something. */
export function Budget({ initial }: { initial: Spending }) {
  const toast = useToast();
  const [spending, setSpending] = useState(initial);
  const { busy, error, start } = useAction(async (dailyUsd: number | null) => {
    setSpending(await data(api.PUT('/api/v1/admin/budget', { body: { dailyUsd } })));
    toast(dailyUsd === null ? 'The configured limit holds again.' : 'The limit is set.');
  });
  const { spentUsd, limitUsd, configuredUsd, limitSetAt, limitSetBy, circuit, days } = spending;
  const isSpent = spentUsd >= limitUsd;
  return (
    <div className="grid gap-4 text-sm">
      {error && (
        <Notice tone="bad" alert>
          {error}
        </Notice>
      )}
      {isSpent && <Notice tone="bad">Nothing more is generated with a model today.</Notice>}
      {circuit.openUntil && (
        <Notice tone="bad">
          The provider of models failed {counted(circuit.failures, 'time')} in a row and is left alone until{' '}
          {moment(circuit.openUntil)}.
        </Notice>
      )}
      <p>
        <span className="text-2xl font-semibold tabular-nums">{dollars(spentUsd)}</span>{' '}
        <span className="text-muted">of {dollars(limitUsd)} today</span>
      </p>
      <form
        // A limit that was set elsewhere shows as such.
        key={`${limitUsd} ${limitSetAt}`}
        className="flex flex-wrap items-end gap-3"
        onSubmit={event => {
          event.preventDefault();
          void start(Number(new FormData(event.currentTarget).get('limit')));
        }}
      >
        <label className="grid gap-1.5 font-medium" htmlFor="daily-limit">
          Dollars a day
          <input
            id="daily-limit"
            name="limit"
            type="number"
            min="0"
            step="0.01"
            required
            className="field w-32 font-normal"
            defaultValue={limitUsd}
          />
        </label>
        <Button type="submit" disabled={busy}>
          Set
        </Button>
        {limitSetAt && (
          <Button disabled={busy} onClick={() => void start(null)}>
            Back to {dollars(configuredUsd)}
          </Button>
        )}
      </form>
      <p className="text-muted">
        {limitSetAt ? `Set by ${limitSetBy}, ${moment(limitSetAt)}.` : 'As the configuration says.'}
      </p>
      {days.length > 0 && (
        <details>
          <summary className="cursor-pointer underline">Day by day</summary>
          <table className="mt-3 w-full max-w-sm">
            <thead>
              <tr className="text-left text-muted">
                <th className="py-1 font-medium">Day</th>
                <th className="py-1 text-right font-medium">Cost</th>
              </tr>
            </thead>
            <tbody>
              {days.map(({ day, costUsd }) => (
                <tr key={day} className="border-t border-line">
                  <td className="py-1">{day}</td>
                  <td className="py-1 text-right tabular-nums">{dollars(costUsd)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </div>
  );
}
