import type { Trace, TraceContext } from '../../ports/trace.ts';

const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;
const TRACE_BYTES = 16;
const SPAN_BYTES = 8;

/** Goes on with the caller's trace (W3C `traceparent`), or starts one. `sampleRate` decides for those that start here. */
export function startTrace(traceparent: string | undefined, sampleRate: number, random: () => number): Trace {
  const [, traceId, parentSpanId, flags] = TRACEPARENT.exec(traceparent ?? '') ?? [];
  const known = traceId !== undefined && !/^0+$/.test(traceId) && !/^0+$/.test(parentSpanId ?? '0');
  return {
    context: {
      traceId: known ? traceId : randomHex(TRACE_BYTES),
      spanId: newSpanId(),
      parentSpanId: known && parentSpanId !== undefined ? parentSpanId : null,
      sampled: known ? (Number.parseInt(flags ?? '0', 16) & 1) === 1 : random() < sampleRate,
    },
    calls: [],
  };
}

/** The header that makes a call part of the trace. */
export function traceparentOf({ traceId, sampled }: TraceContext, spanId: string): string {
  return `00-${traceId}-${spanId}-${sampled ? '01' : '00'}`;
}

export const newSpanId = () => randomHex(SPAN_BYTES);

function randomHex(bytes: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), byte =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
