import type { ProofJobs, ProofRunObject } from '../../ports/proof-jobs.ts';
import type { Runtime } from '../../ports/runtime.ts';

/** {@link ProofJobs} by one Durable Object a capsule. */
export function durableProofJobs(namespace: DurableObjectNamespace<ProofRunObject>, runtime: Runtime): ProofJobs {
  const runOf = (capsuleId: string) => namespace.get(namespace.idFromName(capsuleId));
  return {
    start: (capsuleId, content, contentHash) =>
      runOf(capsuleId).start({ capsuleId, content }, contentHash, runtime.now().toISOString()),
    find: async capsuleId => runOf(capsuleId).find(),
    wait: capsuleId => runOf(capsuleId).wait(),
    cancel: capsuleId => runOf(capsuleId).cancel(),
    follow: async capsuleId => runOf(capsuleId).follow(),
  };
}
