import { z } from 'zod';

/** Variables of analytics and observability. */
export const operationVariables = {
  /** How long single events are kept after they have been counted. */
  EVENT_RETENTION_DAYS: z.coerce.number().int().min(1).default(90),
  /** Of an OpenTelemetry collector that takes OTLP over HTTP; without it no spans are sent. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
  /** `name=value,name=value`, as the OpenTelemetry specification has it. */
  OTEL_EXPORTER_OTLP_HEADERS: z.string().default(''),
  /** The share of traces that start here and are sent. */
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
};

const schema = z.object(operationVariables);

export interface OperationConfig {
  eventRetentionDays: number;
  /** Null where no spans are sent. */
  otlp: { endpoint: string; headers: Record<string, string>; sampleRate: number } | null;
}

export function operationConfig(variables: z.infer<typeof schema>): OperationConfig {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_HEADERS: headers } = variables;
  return {
    eventRetentionDays: variables.EVENT_RETENTION_DAYS,
    otlp: endpoint
      ? {
          endpoint: endpoint.replace(/\/$/, ''),
          headers: headersOf(headers),
          sampleRate: variables.OTEL_TRACES_SAMPLER_ARG,
        }
      : null,
  };
}

function headersOf(text: string): Record<string, string> {
  const pairs = text.split(',').filter(pair => pair.includes('='));
  return Object.fromEntries(
    pairs.map(pair => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at).trim(), decodeURIComponent(pair.slice(at + 1).trim())];
    }),
  );
}
