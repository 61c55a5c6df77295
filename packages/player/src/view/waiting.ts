import type { Context } from '../context.ts';
import { storage } from '../storage.ts';

/** An answer that was submitted without a connection: kept until it is sent, also over a reload. */
export interface Waiting {
  read(): string | null;
  keep(source: string): void;
  clear(): void;
}

export function waitingAnswer({ api, capsule }: Context): Waiting {
  const key = () => `waiting:${api.owner}:${capsule.id}`;
  return {
    read: () => storage.read(key()),
    keep: source => storage.write(key(), source),
    clear: () => storage.remove(key()),
  };
}
