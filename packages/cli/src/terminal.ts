import { styleText } from 'node:util';

/** Where a command writes; tests hand in their own. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Whether what goes to `err` may be written over. */
  isInteractive: boolean;
  /** Columns of what goes to `err`. */
  columns: number;
  /** Whether `out` shows colours, and they are wanted. */
  hasColours: boolean;
}

/** Results go to stdout, all else to stderr. Node knows about NO_COLOR and terminals without colours. */
export const processTerminal: Terminal = {
  out: text => process.stdout.write(text),
  err: text => process.stderr.write(text),
  isInteractive: process.stderr.isTTY === true,
  columns: process.stderr.columns ?? 80,
  hasColours: process.stdout.isTTY === true && process.stdout.hasColors(),
};

export function paint(
  { hasColours }: Terminal,
  style: 'green' | 'red' | 'yellow' | 'bold',
  text: string,
): string {
  return hasColours ? styleText(style, text, { validateStream: false }) : text;
}
