/** A capsule with a check in it. */
export function Logo() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className="size-7 shrink-0">
      <rect x="2" y="7" width="28" height="18" rx="9" className="fill-accent" />
      <path
        d="m10 16.2 4 4 8-8.4"
        className="fill-none stroke-on-accent"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
