import type { Trace } from './trace.ts';

/** A request that has been answered. */
export interface AnsweredRequest {
  method: string;
  /** The pattern of its path, as `/api/v1/capsules/:id/run`. */
  route: string;
  path: string;
  status: number;
  startedAt: Date;
  durationMs: number;
  /** Undefined where nobody was asked who it is. */
  asker: 'anonymous' | 'user' | undefined;
  trace: Trace;
}

/** Told of each request; whoever listens works after the answer, and fails in the log alone. */
export type Telemetry = (request: AnsweredRequest) => void;
