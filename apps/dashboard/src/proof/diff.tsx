import { classes } from '#ui/class-names.ts';

/** A unified diff; what is gone and what is new differ by their marks, not by colour alone. */
export function Diff({ text, label }: { text: string; label: string }) {
  return (
    <figure
      aria-label={label}
      className="rounded-lg border border-line bg-sunken py-2 font-mono text-[0.8125rem] leading-relaxed whitespace-pre-wrap [overflow-wrap:anywhere]"
    >
      {text.split('\n').map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a fixed text.
        <span key={i} className={classes('block px-3', toneOf(line))}>
          {line || ' '}
        </span>
      ))}
    </figure>
  );
}

function toneOf(line: string): string {
  if (line.startsWith('+')) return 'bg-good-soft text-good';
  if (line.startsWith('-')) return 'bg-bad-soft text-bad';
  return 'text-muted';
}
