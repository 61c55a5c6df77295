import { writeFolder } from '@devcapsules/capsule/export/folder';
import { contentHash } from '@devcapsules/capsule/hash';
import { parseCapsule } from '@devcapsules/capsule/schema/parse';
import { data } from '@devcapsules/client/client';
import type { Command } from '../command.ts';
import { EXIT, Failure } from '../exit.ts';
import { readCapsule } from '../files/read.ts';
import { writeFiles } from '../files/write.ts';
import { checkPositionals, parseLine } from '../options.ts';
import { failureOf, readLink, SERVER_HELP, SERVER_OPTIONS, serverAt, writeLink } from '../server.ts';

const HELP = `devcapsules pull <id> <dir> [options]
devcapsules pull <dir> [options]

Writes the draft of a capsule of yours as a folder. In a folder that was pushed or pulled before, the id is known; what
you have changed there since is not overwritten.

  --force          replaces what is in <dir>
${SERVER_HELP}
`;

export const pullCommand: Command = {
  summary: 'read a capsule from a server into a folder',
  help: HELP,
  async run(args, { terminal, environment }) {
    const { values, positionals } = parseLine(args, {
      ...SERVER_OPTIONS,
      force: { type: 'boolean', default: false },
    });
    const [first = '', second] = checkPositionals(
      positionals,
      'The id or the folder of a capsule',
      '[The folder]',
    );
    const { url, client } = serverAt(values, environment);
    const dir = second ?? first;
    const linked = await readLink(dir);
    const id = second === undefined ? linked?.id : first;
    if (id === undefined) {
      throw new Failure(EXIT.usage, `${dir}: was not pulled or pushed before, so the id has to be told.`);
    }
    const isSame = linked?.id === id && linked.server === url;
    if (isSame && !values.force) await refuseChanged(dir, linked.contentHash);
    try {
      const source = await data(client.GET('/api/v1/capsules/{id}/source', { params: { path: { id } } }));
      const parsed = parseCapsule(source.capsule);
      if (!parsed.ok) throw new Failure(EXIT.unreachable, `${url}: its capsule is of a form unknown here.`);
      await writeFiles(dir, writeFolder(parsed.capsule), { form: 'folder', force: isSame || values.force });
      const { version } = source;
      await writeLink(dir, { server: url, id, version, contentHash: source.contentHash });
      terminal.out(`${dir}: “${parsed.capsule.title}”, version ${version}\n`);
      return EXIT.ok;
    } catch (error) {
      throw failureOf(error, url);
    }
  },
};

async function refuseChanged(dir: string, hash: string): Promise<void> {
  const { capsule } = await readCapsule(dir);
  if ((await contentHash(capsule)) === hash) return;
  throw new Failure(
    EXIT.rejected,
    `${dir}: has changed since the last push or pull; push it, or --force throws the changes away.`,
  );
}
