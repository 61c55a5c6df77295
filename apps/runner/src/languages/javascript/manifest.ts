import { readFile, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CaseInput, Detect, GateInput } from '../language.ts';

const NODE = '/usr/local/bin/node';
const HOOKS = '/opt/node-hooks';
const ENTRY = 'main.js';

function gate(input: GateInput): Buffer | null {
  if (input.entry !== ENTRY) return null;
  return Buffer.from(JSON.stringify({ withChannel: input.withChannel, args: input.args }));
}

/** Learners' programs run on the node that the service itself runs on. */
export const detect: Detect = async stage => {
  const node = await stage(await realpath(process.execPath), `node-${process.version}/node`);
  const hook = await stage(join(import.meta.dirname, 'wait.cjs'), 'node-hooks/wait.cjs');
  return {
    found: true,
    language: {
      id: 'javascript',
      version: process.versions.node,
      aliases: ['js', 'node', 'node-js'],
      runtime: 'node',
      defaultFileName: ENTRY,
      binds: [
        { source: node, target: NODE },
        { source: dirname(hook), target: HOOKS },
      ],
      hello: {
        source: await readFile(join(import.meta.dirname, 'hello.js'), 'utf8'),
        stdout: 'Hello, world!\n',
      },
      command: ({ entry, args }: CaseInput) => ({ argv: [NODE, entry, ...args] }),
      warmth: { command: () => ({ argv: [NODE, '-r', `${HOOKS}/wait.cjs`, ENTRY] }), gate, spread: true },
      addressSpaceLimit: false,
    },
  };
};
