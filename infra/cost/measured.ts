import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Made by `node infra/cost/measure.ts`. */
export const MEASURED_FILE = join(import.meta.dirname, 'measured.json');

/** What one thing that somebody does takes, on average. */
const use = z.strictObject({
  /** Of how many this is the mean. */
  times: z.number().int().positive(),
  requests: z.number(),
  /** Of bodies, both ways. */
  bytes: z.number(),
  /** Of all of local workerd, with what stands for D1 and the SQL Worker in it: an upper bound for what is billed. */
  workerCpuMs: z.number(),
  /** Of the runner, with the slots that it makes anew. */
  runnerCpuMs: z.number(),
  rowsRead: z.number(),
  rowsWritten: z.number(),
  kvReads: z.number(),
  kvWrites: z.number(),
  r2Reads: z.number(),
  r2Writes: z.number(),
  queueMessages: z.number(),
  objectRequests: z.number(),
  /** By which the database grew. */
  databaseBytes: z.number(),
  /** Of our own log lines. */
  logBytes: z.number(),
});

/** What is measured, one by one. */
export const USES = [
  'list',
  'open',
  'draft',
  'run',
  'submit',
  'sqlRun',
  'sqlSubmit',
  'hint',
  'manage',
  'generate',
  'publish',
  'cron',
] as const;
export type UseName = (typeof USES)[number];

const tokens = z.strictObject({ input: z.number(), output: z.number() });

export const measuredSchema = z.strictObject({
  measuredOn: z.string(),
  machine: z.string(),
  /** Of the runner, by language: processor milliseconds of the whole service for one press. */
  runner: z.strictObject({
    measuredOn: z.string(),
    othersTook: z.number(),
    languages: z.record(z.string(), z.strictObject({ runMs: z.number(), submitMs: z.number() })),
  }),
  uses: z.record(z.enum(USES), use),
  /** Of one generation, by model, repairs and failures in it. */
  generation: z.strictObject({
    provider: z.string(),
    prompts: z.number(),
    accepted: z.number(),
    models: z.record(z.string(), tokens),
    promptTokens: z.number(),
  }),
});

export type Measured = z.infer<typeof measuredSchema>;
export type Use = z.infer<typeof use>;

/** @throws ZodError | SyntaxError | Error when the file is not there or not of this form */
export function readMeasured(): Measured {
  return measuredSchema.parse(JSON.parse(readFileSync(MEASURED_FILE, 'utf8')));
}
