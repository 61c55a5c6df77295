import type { AnsweredRequest, Telemetry } from '../../ports/telemetry.ts';
import type { UpstreamCall } from '../../ports/trace.ts';

const TIMEOUT_MS = 3_000;
/** SpanKind and StatusCode of opentelemetry/proto/trace/v1/trace.proto. */
const KIND_SERVER = 2;
const KIND_CLIENT = 3;
const STATUS_ERROR = 2;

export interface OtlpOptions {
  /** Of a collector; `/v1/traces` is added, as the OpenTelemetry specification says of this variable. */
  endpoint: string;
  headers: Record<string, string>;
  /** Of this service. */
  version: string;
  inBackground: (what: string, work: Promise<unknown>) => void;
}

/** Sends a sampled request's span, and those of its calls to runners, as OTLP over HTTP in JSON: one message a request. */
export function otlpTelemetry({ endpoint, headers, version, inBackground }: OtlpOptions): Telemetry {
  return request => {
    if (request.trace.context.sampled) inBackground('spans lost', send(request));
  };

  async function send(request: AnsweredRequest): Promise<void> {
    const response = await fetch(`${endpoint}/v1/traces`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(spansOf(request, version)),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`the collector answered ${response.status}`);
  }
}

function spansOf(request: AnsweredRequest, version: string) {
  const { context, calls } = request.trace;
  const { traceId, spanId, parentSpanId } = context;
  const server = {
    ...{ traceId, spanId, ...(parentSpanId !== null && { parentSpanId }) },
    ...{ name: `${request.method} ${request.route}`, kind: KIND_SERVER },
    ...timesOf(request),
    attributes: attributesOf({
      'http.request.method': request.method,
      'http.route': request.route,
      'url.path': request.path,
      'http.response.status_code': request.status,
    }),
    ...(request.status >= 500 && { status: { code: STATUS_ERROR } }),
  };
  const clientOf = (call: UpstreamCall) => ({
    ...{ traceId, spanId: call.spanId, parentSpanId: spanId },
    ...{ name: `runner ${call.path}`, kind: KIND_CLIENT },
    ...timesOf(call),
    attributes: attributesOf({
      'server.address': call.endpoint,
      'url.path': call.path,
      'devcapsules.runner.outcome': call.outcome,
    }),
    ...(call.outcome !== 'ok' && { status: { code: STATUS_ERROR, message: call.outcome } }),
  });
  const resource = { 'service.name': 'devcapsules-api', 'service.version': version };
  const scopeSpans = [{ scope: { name: 'devcapsules-api' }, spans: [server, ...calls.map(clientOf)] }];
  return { resourceSpans: [{ resource: { attributes: attributesOf(resource) }, scopeSpans }] };
}

function timesOf({ startedAt, durationMs }: { startedAt: Date; durationMs: number }) {
  const nano = (ms: number) => `${Math.round(ms)}000000`;
  const startMs = startedAt.getTime();
  return { startTimeUnixNano: nano(startMs), endTimeUnixNano: nano(startMs + durationMs) };
}

/** Integers are strings in OTLP's JSON. */
function attributesOf(values: Record<string, string | number>) {
  return Object.entries(values).map(([key, value]) => ({
    key,
    value: typeof value === 'number' ? { intValue: String(value) } : { stringValue: value },
  }));
}
