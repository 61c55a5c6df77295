import type { JobObject, Jobs } from '../../ports/jobs.ts';
import type { Runtime } from '../../ports/runtime.ts';

/** {@link Jobs} by one Durable Object a capsule. */
export function durableJobs<Order>(
  namespace: DurableObjectNamespace<JobObject<Order>>,
  runtime: Runtime,
): Jobs<Order> {
  // The platform's type of a stub loses the order's type on its way; the interface is what it answers.
  const objectOf = (capsuleId: string) =>
    namespace.get(namespace.idFromName(capsuleId)) as unknown as JobObject<Order>;
  return {
    start: (capsuleId, order, subject) =>
      objectOf(capsuleId).start(order, subject, runtime.now().toISOString()),
    find: async capsuleId => objectOf(capsuleId).find(),
    wait: capsuleId => objectOf(capsuleId).wait(),
    cancel: capsuleId => objectOf(capsuleId).cancel(),
    forget: capsuleId => objectOf(capsuleId).forget(),
    follow: async capsuleId => objectOf(capsuleId).follow(),
  };
}
