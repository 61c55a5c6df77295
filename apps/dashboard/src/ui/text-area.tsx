'use client';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { classes } from './class-names.ts';

interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'id'> {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  mono?: boolean;
  hideLabel?: boolean;
}

/** A labelled text of several lines. */
export function TextArea({ label, hint, error, mono, hideLabel, className, ...rest }: TextAreaProps) {
  const id = useId();
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={className}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'mb-1.5 block text-sm font-medium'}>
        {label}
      </label>
      <textarea
        {...rest}
        id={id}
        className={classes('field block resize-y', mono && 'font-mono text-[0.8125rem]')}
        spellCheck={!mono}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy || undefined}
      />
      {hint && (
        <p id={`${id}-hint`} className="mt-1.5 text-sm text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1.5 text-sm text-bad">
          {error}
        </p>
      )}
    </div>
  );
}
