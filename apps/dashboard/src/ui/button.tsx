import Link from 'next/link';
import type { ComponentProps } from 'react';
import { classes } from './class-names.ts';

const LOOKS = {
  primary:
    'bg-accent text-on-accent hover:bg-accent-strong disabled:bg-line disabled:text-muted shadow-card border border-transparent',
  secondary: 'border border-line bg-surface text-ink hover:bg-sunken disabled:text-muted shadow-card',
  quiet: 'border border-transparent text-muted hover:bg-sunken hover:text-ink',
  danger: 'border border-line bg-surface text-bad hover:bg-bad-soft disabled:text-muted shadow-card',
};
const SIZES = {
  small: 'h-8 px-2.5 text-[0.8125rem] gap-1.5 rounded-md',
  medium: 'h-9 px-3.5 text-sm gap-2 rounded-lg',
  large: 'h-11 px-5 text-[0.9375rem] gap-2 rounded-lg',
};

interface Look {
  look?: keyof typeof LOOKS;
  size?: keyof typeof SIZES;
}

function buttonClasses({ look = 'secondary', size = 'medium' }: Look, extra?: string): string {
  return classes(
    'inline-flex shrink-0 items-center justify-center whitespace-nowrap font-medium transition-colors',
    LOOKS[look],
    SIZES[size],
    extra,
  );
}

interface ButtonProps extends ComponentProps<'button'>, Look {
  /** Something is under way: said to everybody, and pressing again does nothing. */
  busy?: boolean;
}

export function Button({ look, size, busy = false, className, children, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      {...(onClick && { onClick: busy ? event => event.preventDefault() : onClick })}
      aria-busy={busy || undefined}
      className={buttonClasses({ ...(look && { look }), ...(size && { size }) }, className)}
    >
      {busy && <Spinner />}
      {children}
    </button>
  );
}

/** A link that looks like a button. Nothing is loaded ahead: each page counts as a request of the visitor. */
export function ButtonLink({ look, size, className, ...rest }: ComponentProps<typeof Link> & Look) {
  return (
    <Link
      prefetch={false}
      {...rest}
      className={buttonClasses({ ...(look && { look }), ...(size && { size }) }, className)}
    />
  );
}

/** The same for what is not a page of ours: files, and what the API answers. */
export function ButtonAnchor({ look, size, className, children, ...rest }: ComponentProps<'a'> & Look) {
  return (
    <a {...rest} className={buttonClasses({ ...(look && { look }), ...(size && { size }) }, className)}>
      {children}
    </a>
  );
}

export function Spinner() {
  return (
    <span
      aria-hidden="true"
      className="size-3.5 animate-spin rounded-full border-2 border-current border-r-transparent"
    />
  );
}
