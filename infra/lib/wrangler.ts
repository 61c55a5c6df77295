import { join } from 'node:path';
import { experimental_readRawConfig as readRaw } from 'wrangler';
import { z } from 'zod';
import { ROOT, type Worker } from './environments.ts';

/** What of a Worker's configuration names something outside of it. */
const section = z.looseObject({
  name: z.string(),
  vars: z.record(z.string(), z.string()).default({}),
  d1_databases: z
    .array(z.looseObject({ binding: z.string(), database_name: z.string(), database_id: z.string() }))
    .default([]),
  kv_namespaces: z.array(z.looseObject({ binding: z.string(), id: z.string() })).default([]),
  r2_buckets: z.array(z.looseObject({ binding: z.string(), bucket_name: z.string() })).default([]),
  queues: z
    .object({
      producers: z.array(z.looseObject({ binding: z.string(), queue: z.string() })).default([]),
      consumers: z
        .array(z.looseObject({ queue: z.string(), dead_letter_queue: z.string().optional() }))
        .default([]),
    })
    .default({ producers: [], consumers: [] }),
  services: z.array(z.looseObject({ binding: z.string(), service: z.string() })).default([]),
  ratelimits: z.array(z.looseObject({ name: z.string(), namespace_id: z.string() })).default([]),
  analytics_engine_datasets: z.array(z.looseObject({ binding: z.string(), dataset: z.string() })).default([]),
});
const file = section.extend({ env: z.record(z.string(), section) });

export type Section = z.infer<typeof section>;
export type WorkerFile = z.infer<typeof file>;

/** A Worker's wrangler.jsonc as it stands, nothing inherited. @throws ZodError when it has another form */
export function readWorkerFile(worker: Worker, root: string = ROOT): WorkerFile {
  return file.parse(readRaw({ config: join(root, 'apps', worker, 'wrangler.jsonc') }).rawConfig);
}

const text = z.looseObject({
  $schema: z.string(),
  env: z.record(z.string(), z.record(z.string(), z.unknown())),
});

/** The same with nothing added or left out, its environments apart: for what is written elsewhere. */
export function readWorkerObject(worker: Worker, root: string = ROOT) {
  const raw = readRaw({ config: join(root, 'apps', worker, 'wrangler.jsonc') }).rawConfig;
  const { $schema: _, env: environments, ...file } = text.parse(raw);
  return { file, environments };
}
