import type { Telemetry } from '../../ports/telemetry.ts';

/** Routes that run learners' code. */
const RUNS = /\/(?:execute|execute\/batch|run|submit)$/;

/**
 * Writes a data point for each request that ran something or failed on our side. Index: the route. Blobs: method,
 * route, asker, the last runner, how its call ended. Doubles: status, milliseconds, calls to runners.
 */
export function analyticsPoints(dataset: AnalyticsEngineDataset): Telemetry {
  return ({ method, route, status, durationMs, asker, trace }) => {
    const ran = method === 'POST' && RUNS.test(route);
    if (!ran && status < 500) return;
    const last = trace.calls.at(-1);
    dataset.writeDataPoint({
      indexes: [route],
      blobs: [method, route, asker ?? '', last?.endpoint ?? '', last?.outcome ?? ''],
      doubles: [status, durationMs, trace.calls.length],
    });
  };
}
