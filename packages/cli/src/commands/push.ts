import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Capsule } from '@devcapsules/capsule/schema/capsule';
import { type Client, data } from '@devcapsules/client/client';
import { follow } from '@devcapsules/client/follow';
import type { components } from '@devcapsules/client/schema';
import type { Command, Surroundings } from '../command.ts';
import { EXIT, Failure } from '../exit.ts';
import { readCapsule } from '../files/read.ts';
import { checkPositionals, parseLine } from '../options.ts';
import { ProgressLine } from '../progress.ts';
import {
  failureOf,
  type Link,
  readLink,
  SERVER_HELP,
  SERVER_OPTIONS,
  serverAt,
  writeLink,
} from '../server.ts';

const HELP = `devcapsules push <path> [options]

Writes a capsule to a server: as a new draft, or as the next version of the one it was pushed or pulled as before,
which .devcapsules.json in its folder says. What somebody else has written meanwhile is not overwritten.

  --prove          has the server prove it
  --publish        has it proven, and published if it is
  --force          replaces what somebody else has written; it stays among the versions
${SERVER_HELP}
`;

type Body = components['schemas']['Capsule'];
type Job = components['schemas']['Job'];

export const pushCommand: Command = {
  summary: 'write a capsule to a server, prove it there, publish it',
  help: HELP,
  async run(args, surroundings) {
    const { values, positionals } = parseLine(args, {
      ...SERVER_OPTIONS,
      prove: { type: 'boolean', default: false },
      publish: { type: 'boolean', default: false },
      force: { type: 'boolean', default: false },
    });
    const [path = ''] = checkPositionals(positionals, 'The path of a capsule');
    const { url, client } = serverAt(values, surroundings.environment);
    const { capsule } = await readCapsule(path);
    const folder = (await stat(path)).isDirectory() ? path : dirname(path);
    const linked = await readLink(folder);
    const before = linked?.server === url ? linked : null;
    const { terminal } = surroundings;
    try {
      const written = await write(client, capsule, before, values.force);
      await writeLink(folder, { server: url, ...written });
      terminal.out(`${path}: version ${written.version} of ${url}/c/${written.id}\n`);
      if (!values.prove && !values.publish) return EXIT.ok;
      if (!(await prove(client, written.id, path, surroundings))) return EXIT.rejected;
      if (!values.publish) return EXIT.ok;
      await data(client.POST('/api/v1/capsules/{id}/publish', { params: { path: { id: written.id } } }));
      terminal.out(`${path}: published\n`);
      return EXIT.ok;
    } catch (error) {
      throw failureOf(error, url);
    }
  },
};

async function write(
  client: Client,
  capsule: Capsule,
  before: Link | null,
  force: boolean,
): Promise<Omit<Link, 'server'>> {
  // The document's type is made from the same schema; it only says less of what a value may be.
  const body = capsule as Body;
  if (before === null) return data(client.POST('/api/v1/capsules', { body }));
  const params = { path: { id: before.id } };
  const version = force
    ? (await data(client.GET('/api/v1/capsules/{id}/source', { params }))).version
    : before.version;
  return data(
    client.PUT('/api/v1/capsules/{id}', { params, headers: { 'if-match': `"v${version}"` }, body }),
  );
}

/** Has the server prove the draft, and tells how far it is. */
async function prove(
  client: Client,
  id: string,
  path: string,
  { terminal, signal }: Surroundings,
): Promise<boolean> {
  const params = { path: { id } };
  const line = new ProgressLine(terminal);
  try {
    await client.POST('/api/v1/capsules/{id}/verify', {
      params,
      headers: { prefer: 'respond-async' },
      signal,
    });
    const asked = { params, parseAs: 'stream', signal } as const;
    const events = client.GET('/api/v1/capsules/{id}/verify/events', asked);
    for await (const { progress } of follow<Job>(events)) {
      if (progress)
        line.tell(`${path}: ${progress.step.replaceAll('_', ' ')}`, ` ${progress.done}/${progress.total}`);
    }
  } finally {
    line.end();
  }
  const job = await data(client.GET('/api/v1/capsules/{id}/verify', { params }));
  if (job.state !== 'done')
    throw new Failure(
      EXIT.unreachable,
      `${path}: the proof ended as ${job.state}${job.error ? ` (${job.error.code})` : ''}.`,
    );
  const proof = await data(client.GET('/api/v1/capsules/{id}/proof', { params }));
  const failed = proof.checks.filter(check => !check.passed);
  terminal.out(failed.length === 0 ? `${path}: proven\n` : `${path}: not proven\n`);
  for (const { summary, details } of failed)
    terminal.out(`  ${summary}\n${details.map(detail => `    ${detail}\n`).join('')}`);
  return proof.passed;
}
