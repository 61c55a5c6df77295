/** Health is measured: each language's hello is run for real, and the answer kept for a few seconds. */

import type { Job, JobResult } from './jobs/job.ts';
import type { Language } from './languages/language.ts';

const KEPT_MS = 5000;
const LIMITS = { wallMs: 10_000, cpuMs: 10_000 };

export function createHealthCheck(
  languages: Language[],
  memoryBytes: number,
  submit: (job: Job) => Promise<JobResult>,
): () => Promise<Record<string, boolean>> {
  async function saysHello(language: Language): Promise<boolean> {
    const limits = { ...LIMITS, memoryBytes };
    const { cases } = await submit({
      language,
      files: [{ name: language.defaultFileName, content: Buffer.from(language.hello.source) }],
      cases: [{ stdin: Buffer.alloc(0), args: [], channel: undefined, hashSeed: undefined }],
      compileLimits: limits,
      runLimits: limits,
      stopOnFailure: false,
      outputEncoding: 'utf8',
      withoutCache: true,
    });
    return cases[0]?.status === null && cases[0].stdout === language.hello.stdout;
  }

  async function measure(): Promise<Record<string, boolean>> {
    const results = languages.map(async one => [one.id, await saysHello(one)] as const);
    return Object.fromEntries(await Promise.all(results));
  }

  let last: { atMs: number; result: Promise<Record<string, boolean>> } | null = null;
  return () => {
    const nowMs = performance.now();
    if (last === null || nowMs - last.atMs > KEPT_MS) last = { atMs: nowMs, result: measure() };
    return last.result;
  };
}
