import type { Worker } from '../lib/environments.ts';
import type { TailEvent } from './tail.ts';

/** The version of each Worker. */
export type Versions = Partial<Record<Worker, string>>;

/** Where Workers run: Cloudflare, or in a rehearsal workerd on this machine. */
export interface Edge {
  /** What gets all traffic now. */
  current(): Promise<Versions>;
  /** Applies migrations that are not yet applied. */
  migrate(): Promise<void>;
  /** Makes versions that get no traffic yet. */
  upload(): Promise<Versions>;
  /** Gives these versions a share of all traffic, in percent, and the rest to those. */
  deploy(next: Versions, percent: number, previous: Versions): Promise<void>;
  /** What the Workers answer from now on, until it is aborted. */
  tail(signal: AbortSignal): AsyncIterable<TailEvent>;
  /** Routes, crons and queues as the configuration has them. */
  applyTriggers(): Promise<void>;
}
