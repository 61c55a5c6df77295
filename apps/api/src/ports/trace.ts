/** W3C trace context of a request. */
export interface TraceContext {
  traceId: string;
  /** The request's own span. */
  spanId: string;
  /** The caller's, if it sent one. */
  parentSpanId: string | null;
  sampled: boolean;
}

/** How a call to a runner ended. `broken` is an answer that can't be used, `incapable` a job that this runner can't take. */
export type CallOutcome = 'ok' | 'busy' | 'unreachable' | 'broken' | 'refused' | 'incapable';

/** One call that a request made to a runner. */
export interface UpstreamCall {
  spanId: string;
  /** The runner's host; never its secret. */
  endpoint: string;
  path: string;
  outcome: CallOutcome;
  startedAt: Date;
  durationMs: number;
}

/** What a request leaves behind for its log line and its spans. */
export interface Trace {
  context: TraceContext;
  calls: UpstreamCall[];
}
