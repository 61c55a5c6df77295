/** As public/icon.svg, in the colours of the page. */
export function Logo() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className="size-7 shrink-0">
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <g transform="rotate(-35 16 16)" className="fill-on-accent">
        <rect x="5" y="10.5" width="22" height="11" rx="5.5" />
        <path d="M16 10.5h5.5a5.5 5.5 0 0 1 0 11H16z" className="fill-accent" opacity="0.45" />
      </g>
    </svg>
  );
}
