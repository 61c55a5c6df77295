import { z } from 'zod';

/** Variables of analytics and observability. */
export const operationVariables = {
  /** How long single events are kept after they have been counted. */
  EVENT_RETENTION_DAYS: z.coerce.number().int().min(1).default(90),
};

export interface OperationConfig {
  eventRetentionDays: number;
}

export function operationConfig(variables: { EVENT_RETENTION_DAYS: number }): OperationConfig {
  return { eventRetentionDays: variables.EVENT_RETENTION_DAYS };
}
