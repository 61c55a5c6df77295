import { readFile, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CaseInput, Detect, GateInput } from '../language.ts';

const NODE = '/usr/local/bin/node';
const HOOKS = '/opt/node-hooks';
const ENTRY = 'main.js';
/**
 * Optimising in threads beside the program leaves a program slow for as long as these threads get no
 * processor, eight times slower in a plain loop, and a loop that Maglev has replaced is never optimised further: with both, a run's processor
 * time would depend on what else runs. Without, it is what it is on an idle machine.
 */
const STEADY = ['--no-concurrent-recompilation', '--no-maglev-osr'];

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
      command: ({ entry, args }: CaseInput) => ({ argv: [NODE, ...STEADY, entry, ...args] }),
      warmth: {
        command: () => ({ argv: [NODE, ...STEADY, '-r', `${HOOKS}/wait.cjs`, ENTRY] }),
        gate,
        spread: true,
      },
      addressSpaceLimit: false,
    },
  };
};
