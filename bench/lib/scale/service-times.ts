import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Demand, SlotCosts } from './machine.ts';
import type { Chance } from './random.ts';

/** Where the measuring mode puts what it finds; made by `npm run bench -- scale --measure`. */
export const SERVICE_TIMES_FILE = join(import.meta.dirname, 'service-times.json');

/** One request to a runner. */
const jobTimes = z.strictObject({
  cases: z.number().int().positive(),
  /** Processor milliseconds of the whole service, with the making of its slot. */
  cpuMs: z.number().positive(),
  /** What it took at best, from request to answer, with nothing else to do. */
  wallMs: z.number().positive(),
});

/** One press of a button on one exercise: a submission with many tests is several requests, one after the other. */
const sample = z.strictObject({ what: z.string(), jobs: z.array(jobTimes).min(1) });

const languageTimes = z.strictObject({
  /** Processor milliseconds to make and to take away one slot. */
  slotMs: z.number().nonnegative(),
  run: z.array(sample).min(1),
  submit: z.array(sample).min(1),
});

export const serviceTimes = z.strictObject({
  measuredOn: z.string(),
  processors: z.number().int().positive(),
  /** Processors that others on the machine took meanwhile. */
  othersTook: z.number(),
  languages: z.record(z.string(), languageTimes),
});

export type JobTimes = z.infer<typeof jobTimes>;
export type Sample = z.infer<typeof sample>;
export type LanguageTimes = z.infer<typeof languageTimes>;
export type ServiceTimes = z.infer<typeof serviceTimes>;

/** @throws ZodError | SyntaxError | Error when the file is not there or not of this form */
export function readServiceTimes(): ServiceTimes {
  return serviceTimes.parse(JSON.parse(readFileSync(SERVICE_TIMES_FILE, 'utf8')));
}

/** What people do: how often in which language, and how many of their presses are submissions. */
export interface Mix {
  languages: Record<string, number>;
  submitShare: number;
}

export function slotCosts({ languages }: ServiceTimes): SlotCosts {
  return Object.fromEntries(Object.entries(languages).map(([id, { slotMs }]) => [id, slotMs]));
}

/** A slot is made for each request, beside the others; what is left is what the request waits for. */
export function demandOf({ languages }: ServiceTimes, mix: Mix, chance: Chance): Demand[] {
  const language = chance.weighted(mix.languages);
  const times = languages[language];
  if (!times) throw new Error(`There are no times of ${language}.`);
  const { jobs } = chance.pick(chance.next() < mix.submitShare ? times.submit : times.run);
  return jobs.map(({ cpuMs, cases }) => ({ language, cases, serveMs: Math.max(0, cpuMs - times.slotMs) }));
}

/** Mean processor milliseconds of one press on one exercise: of all its requests together. */
export function meanOf(samples: Sample[]): number {
  const sums = samples.map(({ jobs }) => jobs.reduce((sum, { cpuMs }) => sum + cpuMs, 0));
  return sums.reduce((sum, one) => sum + one, 0) / sums.length;
}

/** Mean processor milliseconds of one press. */
export function meanCpuMs({ languages }: ServiceTimes, { languages: shares, submitShare }: Mix): number {
  const all = Object.values(shares).reduce((sum, share) => sum + share, 0);
  return Object.entries(shares).reduce((sum, [id, share]) => {
    const times = languages[id];
    if (!times) throw new Error(`There are no times of ${id}.`);
    return sum + (share / all) * (submitShare * meanOf(times.submit) + (1 - submitShare) * meanOf(times.run));
  }, 0);
}
