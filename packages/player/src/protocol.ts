import type { HostEvents } from './context.ts';

/** Marks messages of ours among all that a window receives. */
const SOURCE = 'devcapsules';

/** What the embedded page tells its host, once the host has said hello. */
export type FromEmbed =
  | { kind: 'height'; heightPx: number }
  | { kind: 'event'; name: keyof HostEvents; detail: HostEvents[keyof HostEvents] };

const EVENT_NAMES: readonly string[] = ['ready', 'run', 'pass'] satisfies (keyof HostEvents)[];
const MAX_HEIGHT_PX = 50_000;

/** The host's first word: the answer goes to the origin it came from, and to no other. */
export const HELLO = { source: SOURCE, kind: 'hello' } as const;

export function isHello(data: unknown): boolean {
  return isOurs(data) && data.kind === 'hello';
}

export function toHost(message: FromEmbed): object {
  return { source: SOURCE, ...message };
}

/** Reads a message of the embedded page; null for anything else. */
export function fromEmbed(data: unknown): FromEmbed | null {
  if (!isOurs(data)) return null;
  const { kind, heightPx, name, detail } = data;
  if (kind === 'height' && typeof heightPx === 'number' && heightPx > 0 && heightPx <= MAX_HEIGHT_PX) {
    return { kind, heightPx };
  }
  if (kind === 'event' && typeof name === 'string' && EVENT_NAMES.includes(name) && isObject(detail)) {
    return {
      kind,
      name: name as keyof HostEvents,
      detail: detail as unknown as HostEvents[keyof HostEvents],
    };
  }
  return null;
}

function isOurs(data: unknown): data is Record<string, unknown> {
  return isObject(data) && data.source === SOURCE;
}

function isObject(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null;
}
