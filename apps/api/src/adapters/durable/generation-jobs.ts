import type { GenerationJobObject, GenerationJobs } from '../../ports/generation.ts';
import type { Runtime } from '../../ports/runtime.ts';

/** {@link GenerationJobs} by one Durable Object a job. */
export function durableGenerationJobs(
  namespace: DurableObjectNamespace<GenerationJobObject>,
  runtime: Runtime,
): GenerationJobs {
  // The platform's type of a stub loses unions on its way; the interface is what it answers.
  const objectOf = (id: string) => namespace.get(namespace.idFromName(id)) as unknown as GenerationJobObject;
  const now = () => runtime.now().toISOString();
  return {
    open: order => objectOf(order.jobId).open(order),
    find: async id => objectOf(id).find(),
    begin: order => objectOf(order.jobId).begin(order, now()),
    tell: (id, attempt, change) => objectOf(id).tell(attempt, change),
    recall: (id, key) => objectOf(id).recall(key),
    remember: (id, attempt, key, value) => objectOf(id).remember(attempt, key, value),
    whenOver: (id, attempt) => objectOf(id).whenOver(attempt),
    end: (id, state, change, { again }) => objectOf(id).end(state, change, { again, now: now() }),
    cancel: id => objectOf(id).cancel(now()),
    follow: async id => objectOf(id).follow(),
    forget: id => objectOf(id).forget(),
  };
}
