/** Resource limits of one process: the belt to the cgroup's braces. */

import type { Config } from '../config.ts';
import type { Language } from '../languages/language.ts';
import type { Isolation } from '../sandbox/isolation.ts';
import { Resource, type ResourceLimit } from '../sandbox/protocol.ts';

/** `own` holds the limits of a case; null for an interpreter that starts before its case is known. */
export function resourceLimits(
  config: Config,
  isolation: Isolation,
  language: Language,
  own: { cpuMs: number; memoryBytes: number } | null,
): ResourceLimit[] {
  const limits: ResourceLimit[] = [
    { resource: Resource.core, value: 0 },
    { resource: Resource.fileSize, value: config.diskBytes },
    { resource: Resource.openFiles, value: config.openFiles },
    { resource: Resource.processes, value: config.slotProcesses },
  ];
  if (isolation.cgroups !== null) return limits;
  const { cpuMs, memoryBytes } = own ?? { cpuMs: config.maxTimeoutMs, memoryBytes: config.memoryBytes };
  limits.push({ resource: Resource.cpu, value: Math.ceil(cpuMs / 1000) });
  if (language.addressSpaceLimit) limits.push({ resource: Resource.addressSpace, value: memoryBytes });
  return limits;
}
