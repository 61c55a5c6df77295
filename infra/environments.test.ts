import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ENVIRONMENTS, type Environment, ROOT, WORKERS, type Worker } from './lib/environments.ts';
import { readWorkerFile, readWorkerObject, type Section } from './lib/wrangler.ts';

const cells = ENVIRONMENTS.flatMap(environment => WORKERS.map(worker => [worker, environment] as const));
const sectionOf = (worker: Worker, environment: Environment): Section => {
  const section = readWorkerFile(worker).env[environment];
  if (!section) throw new Error(`${worker} has no ${environment}`);
  return section;
};
const made = z
  .strictObject({
    databases: z.array(z.string()),
    namespaces: z.array(z.string()),
    buckets: z.array(z.string()),
    queues: z.array(z.string()),
    dead_letter_queues: z.array(z.string()),
  })
  .parse(JSON.parse(readFileSync(join(ROOT, 'infra/cloudflare/resources.json'), 'utf8')));

/** Keys that an environment takes from the top of the file; any other it must repeat. wrangler's own schema says which. */
const INHERITED = [
  ...[
    'main',
    'compatibility_date',
    'compatibility_flags',
    'observability',
    'assets',
    'triggers',
    'migrations',
  ],
  ...['limits', 'workers_dev', 'preview_urls'],
];
/** What only environments have: a dataset costs nothing there, and there is none on a laptop. */
const EXTRA = ['analytics_engine_datasets'];

/** A value as it would stand at the top: names without the environment, ids and addresses as one word. */
function common(value: unknown, environment: Environment, key = ''): unknown {
  if (['database_id', 'id', 'namespace_id'].includes(key)) return 'ID';
  if (typeof value === 'string')
    return key.endsWith('_URL') || key === 'MAIL_PROVIDER'
      ? 'VALUE'
      : value.replace(new RegExp(`-${environment}$`), '');
  if (Array.isArray(value)) return value.map(item => common(item, environment));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, common(item, environment, name)]),
  );
}

describe('an environment of a Worker', () => {
  it.each(cells)('repeats what %s has at the top, in %s', (worker, environment) => {
    const { file, environments } = readWorkerObject(worker);
    const without = (keys: string[], object: Record<string, unknown>) =>
      Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
    expect(
      without(
        [...INHERITED, ...EXTRA],
        z.record(z.string(), z.unknown()).parse(common(environments[environment], environment)),
      ),
    ).toEqual(without(INHERITED, z.record(z.string(), z.unknown()).parse(common(file, environment))));
  });

  it.each(cells)(
    'of %s in %s has no address on workers.dev, past the zone’s rules',
    (worker, environment) => {
      const { file, environments } = readWorkerObject(worker);
      for (const key of ['workers_dev', 'preview_urls'])
        expect({ ...file, ...environments[environment] }[key], key).toBe(false);
    },
  );

  it.each(ENVIRONMENTS)('%s binds Workers of its own', environment => {
    const own = WORKERS.map(worker => sectionOf(worker, environment).name);
    for (const worker of WORKERS)
      for (const { service } of sectionOf(worker, environment).services) expect(own).toContain(service);
  });
});

describe.each(ENVIRONMENTS)('what Terraform makes in %s', environment => {
  const named = (names: string[]) => names.map(name => `${name}-${environment}`).sort();
  const all = <Value>(read: (section: Section) => Value[]) =>
    [...new Set(WORKERS.flatMap(worker => read(sectionOf(worker, environment))))].sort();

  it('is what the Workers bind: databases, namespaces and buckets', () => {
    expect(all(section => section.d1_databases.map(item => item.database_name))).toEqual(
      named(made.databases),
    );
    expect(all(section => section.kv_namespaces.map(item => item.id))).toEqual(named(made.namespaces));
    expect(all(section => section.r2_buckets.map(item => item.bucket_name))).toEqual(named(made.buckets));
  });

  it('is every queue that is written to, each with a consumer and dead letters that have one', () => {
    const consumers = new Map(
      WORKERS.flatMap(worker => sectionOf(worker, environment).queues.consumers).map(item => [
        item.queue,
        item.dead_letter_queue,
      ]),
    );
    expect(all(section => section.queues.producers.map(item => item.queue))).toEqual(named(made.queues));
    expect([...consumers.keys()].sort()).toEqual(named([...made.queues, ...made.dead_letter_queues]));
    expect(
      named(made.queues)
        .map(queue => consumers.get(queue))
        .sort(),
    ).toEqual(named(made.dead_letter_queues));
    expect(named(made.dead_letter_queues).map(queue => consumers.get(queue))).toEqual(
      made.dead_letter_queues.map(() => undefined),
    );
  });
});

describe('environments', () => {
  const top = 'top';
  const sections = new Map<string, Section[]>([
    [top, WORKERS.map(worker => readWorkerFile(worker))],
    ...ENVIRONMENTS.map(
      environment => [environment, WORKERS.map(worker => sectionOf(worker, environment))] as const,
    ),
  ]);

  it('share no name of a resource, nor does what runs on a laptop', () => {
    const owners = new Map<string, string>();
    for (const [environment, list] of sections)
      for (const section of list)
        for (const name of new Set(namesOf(section))) {
          expect(owners.get(name) ?? environment, name).toBe(environment);
          owners.set(name, environment);
        }
    expect(owners.size).toBeGreaterThan(70);
  });

  it('share no account, zone, host name, address, network or state', () => {
    const files = (environment: Environment) => [
      `infra/cloudflare/environments/${environment}.tfvars`,
      `infra/cloudflare/environments/${environment}.backend.hcl`,
      `infra/azure/${environment}.bicepparam`,
    ];
    const own = ENVIRONMENTS.map(environment =>
      files(environment).flatMap(path =>
        [
          ...readFileSync(join(ROOT, path), 'utf8').matchAll(
            /^\s*(?:account_id|zone_id|hostname|bucket|access_team_domain|alert_?[eE]mail|param environment|network|tunnelHostname)\s*[=:]\s*(.+)$/gm,
          ),
        ].map(([, value = '']) => value.trim()),
      ),
    );
    for (const values of own) expect(values.length).toBeGreaterThanOrEqual(9);
    const flat = own.flatMap(values => [...new Set(values)]);
    expect(new Set(flat).size).toBe(flat.length);
  });
});

/** Everything by which a Worker reaches something outside of itself. */
function namesOf(section: Section): string[] {
  return [
    section.name,
    ...section.d1_databases.map(item => item.database_name),
    ...section.kv_namespaces.map(item => item.id),
    ...section.r2_buckets.map(item => item.bucket_name),
    ...section.queues.producers.map(item => item.queue),
    ...section.queues.consumers.flatMap(item => [item.queue, item.dead_letter_queue ?? item.queue]),
    ...section.services.map(item => item.service),
    ...section.ratelimits.map(item => item.namespace_id),
    ...section.analytics_engine_datasets.map(item => item.dataset),
    ...Object.values(section.vars).filter(value => value.startsWith('https://')),
  ];
}
