import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { detectGcc, frontEnd, versionOf } from '../gcc.ts';
import type { Detect } from '../language.ts';
import { PrecompiledHeaders, SOURCE_NAME } from './precompiled.ts';

const COMPILER = '/usr/bin/g++';
const STANDARD = 'gnu++20';
/** To be raised when what is kept of headers changes its form. */
const FORM = 2;
const HELLO = join(import.meta.dirname, 'hello.cpp');

/** What precompiled headers depend on. The compiler knows those of another compiler, not those of older headers. */
async function describeHeaders(version: string): Promise<string> {
  const major = version.split('.')[0];
  const paths = [`/usr/include/c++/${major}/iostream`, '/usr/include/stdio.h'];
  const times = await Promise.all(paths.map(path => stat(path).then(one => one.mtimeMs)));
  return JSON.stringify([FORM, version, frontEnd(COMPILER, STANDARD), times]);
}

export const detect: Detect = async (stage, log) => {
  const version = await versionOf(COMPILER);
  const absent = { found: false, reason: `${COMPILER} does not work: install the apt package g++` } as const;
  if (version === null) return absent;
  const hash = createHash('sha256')
    .update(await describeHeaders(version))
    .digest('hex')
    .slice(0, 16);
  const folder = dirname(await stage(HELLO, `c++-${hash}/hello.cpp`));
  const headers = await PrecompiledHeaders.open(join(folder, 'headers'), frontEnd(COMPILER, STANDARD), log);
  return detectGcc({
    id: 'c++',
    aliases: ['cpp', 'g++'],
    compiler: COMPILER,
    aptPackage: 'g++',
    standard: STANDARD,
    gccName: 'c++',
    defaultFileName: SOURCE_NAME,
    sourceName: /\.(cpp|cc|cxx|C)$/,
    hello: { source: await readFile(HELLO, 'utf8'), stdout: 'Hello, world!\n' },
    optionsFor: (name, source) => (name === SOURCE_NAME ? headers.optionsFor(source) : []),
    binds: [{ source: folder }],
    close: () => headers.close(),
  });
};
