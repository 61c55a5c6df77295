import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { main, StepError } from '../../tools/lib/steps.ts';
import { type Environment, environment, ROOT, WORKERS, type Worker } from '../lib/environments.ts';
import { readWorkerFile, readWorkerObject, type Section } from '../lib/wrangler.ts';

const HELP = `node infra/cloudflare/bind.ts --env dev|staging|production [--bindings FILE]

Writes apps/<worker>/wrangler.bound.<env>.json for each Worker: its wrangler.jsonc with what Terraform made in that
environment put in. FILE (or standard input) is the output of \`terraform output -json bindings\`.
Then: wrangler deploy --env <env> -c apps/<worker>/wrangler.bound.<env>.json
`;

/** The output \`bindings\` of outputs.tf. */
export const bindings = z.strictObject({
  environment,
  /** The public host name: the dashboard's, and behind it the API's. */
  hostname: z.hostname(),
  /** Ids by the names that wrangler.jsonc uses. */
  databases: z.record(z.string(), z.string().min(1)),
  namespaces: z.record(z.string(), z.string().min(1)),
  /** Variables by Worker, over those of wrangler.jsonc. */
  variables: z.partialRecord(z.enum(WORKERS), z.record(z.string(), z.string())),
});
export type Bindings = z.infer<typeof bindings>;

/**
 * What of a Worker's section Terraform decides: ids, variables and, for the dashboard, the public route.
 * @throws StepError naming what Terraform did not make
 */
export function bind(worker: Worker, section: Section, made: Bindings): Partial<Section> {
  const idOf = (kind: string, ids: Record<string, string>, name: string) => {
    const id = ids[name];
    if (id === undefined) throw new StepError(`Terraform made no ${kind} "${name}", which ${worker} binds`);
    return id;
  };
  const databases = section.d1_databases.map(database => ({
    ...database,
    database_id: idOf('database', made.databases, database.database_name),
  }));
  const namespaces = section.kv_namespaces.map(namespace => ({
    ...namespace,
    id: idOf('namespace', made.namespaces, namespace.id),
  }));
  const variables = { ...section.vars, ...made.variables[worker] };
  return {
    ...(databases.length > 0 && { d1_databases: databases }),
    ...(namespaces.length > 0 && { kv_namespaces: namespaces }),
    ...(Object.keys(variables).length > 0 && { vars: variables }),
    // The API has no address of its own: whoever asks it comes through the dashboard, and so through the zone's rules.
    ...(worker === 'dashboard' && { routes: [{ pattern: made.hostname, custom_domain: true }] }),
  };
}

/** A Worker's whole configuration with one environment in it, so that no other can be deployed from it by mistake. */
export function boundFile(worker: Worker, env: Environment, made: Bindings): Record<string, unknown> {
  if (made.environment !== env)
    throw new StepError(`These are the bindings of ${made.environment}, not of ${env}`);
  const section = readWorkerFile(worker).env[env];
  if (!section) throw new StepError(`apps/${worker}/wrangler.jsonc has no environment ${env}`);
  const { file, environments } = readWorkerObject(worker);
  return { ...file, env: { [env]: { ...environments[env], ...bind(worker, section, made) } } };
}

if (import.meta.main) {
  await main(async () => {
    const { values } = parseArgs({
      options: { env: { type: 'string' }, bindings: { type: 'string' }, help: { type: 'boolean' } },
    });
    if (values.help) {
      console.log(HELP);
      return 0;
    }
    const env = environment.safeParse(values.env);
    if (!env.success) throw new StepError(HELP);
    const made = readBindings(values.bindings);
    for (const worker of WORKERS) {
      const path = join('apps', worker, `wrangler.bound.${env.data}.json`);
      writeFileSync(join(ROOT, path), `${JSON.stringify(boundFile(worker, env.data, made), null, 2)}\n`);
      console.log(path);
    }
    return 0;
  });
}

function readBindings(path: string | undefined): Bindings {
  const text = readFileSync(path ?? process.stdin.fd, 'utf8');
  const parsed = bindings.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  throw new StepError(`That is not \`terraform output -json bindings\`:\n${z.prettifyError(parsed.error)}`);
}
