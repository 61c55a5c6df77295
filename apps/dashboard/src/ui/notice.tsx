import type { ReactNode } from 'react';
import { classes } from './class-names.ts';

const TONES = {
  info: 'border-line bg-sunken text-ink',
  good: 'border-good/30 bg-good-soft text-good',
  bad: 'border-bad/30 bg-bad-soft text-bad',
  warn: 'border-warn/30 bg-warn-soft text-warn',
};

interface NoticeProps {
  tone?: keyof typeof TONES;
  /** Read out as soon as it appears. */
  alert?: boolean;
  children: ReactNode;
}

export function Notice({ tone = 'info', alert = false, children }: NoticeProps) {
  return (
    <div
      {...(alert && { role: 'alert' })}
      className={classes('rounded-lg border px-4 py-3 text-sm', TONES[tone])}
    >
      {children}
    </div>
  );
}
