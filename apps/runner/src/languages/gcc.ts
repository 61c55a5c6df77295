/** What C and C++ share: how to find the compiler, what of the machine it needs, how to call it. */

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Bind, Compilation, Detection, Language } from './language.ts';

const PROGRAM = 'program';
/** What the compiler calls; gold links faster than ld, and is left out where there is none. */
const TOOLS = ['/usr/bin/as', '/usr/bin/ld'];
const GOLD = '/usr/bin/ld.gold';
const FOLDERS = ['/usr/include', '/usr/lib/gcc', '/usr/libexec/gcc'];
/** A flood of errors helps no one. */
const FLAGS = ['-O2', '-pipe', '-Wall', '-fmax-errors=20'];

export interface GccLanguage {
  id: string;
  aliases: string[];
  /** Absolute path of the compiler. */
  compiler: string;
  aptPackage: string;
  standard: string;
  /** What gcc calls the language, after `-x`. */
  gccName: string;
  defaultFileName: string;
  sourceName: RegExp;
  hello: Language['hello'];
  /** Further options for a program of one source. */
  optionsFor?(name: string, source: string): string[];
  binds?: Bind[];
  close?: Language['close'];
}

/** The compiler with all that decides how a source is read. */
export function frontEnd(compiler: string, standard: string): string[] {
  return [compiler, ...FLAGS, `-std=${standard}`];
}

const INCLUDE = /^[ \t]*#[ \t]*include[ \t]*"([^"\n]+)"/gm;

/** The files that the entry includes: a source among them is part of it and is not compiled on its own. */
function includedBy(entry: string): Set<string> {
  return new Set([...entry.matchAll(INCLUDE)].map(([, name = '']) => name));
}

/** A name is never an option or a file of options. */
function asOperand(name: string): string {
  return /^[-@]/.test(name) ? `./${name}` : name;
}

function compilation(language: GccLanguage): Compilation {
  const { compiler, standard, gccName, sourceName } = language;
  const linker = existsSync(GOLD) ? ['-fuse-ld=gold'] : [];
  const start = [...frontEnd(compiler, standard), ...linker, '-o', PROGRAM, '-x', gccName];
  return {
    command: (files, _, entry) => {
      const [first = '', ...others] = files;
      const included = includedBy(entry);
      const sources = [first, ...others.filter(name => sourceName.test(name) && !included.has(name))];
      const further = sources.length === 1 ? (language.optionsFor?.(first, entry) ?? []) : [];
      return { argv: [...start, ...further, ...sources.map(asOperand), '-lm'] };
    },
    artefacts: () => [PROGRAM],
  };
}

async function bindsOf(compiler: string): Promise<Bind[]> {
  const tools = [compiler, ...TOOLS, GOLD].filter(path => existsSync(path));
  return [
    ...(await Promise.all(tools.map(async path => ({ source: await realpath(path), target: path })))),
    ...FOLDERS.filter(path => existsSync(path)).map(source => ({ source })),
  ];
}

/** Null where the compiler is absent or broken. */
export async function versionOf(compiler: string): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)(compiler, ['-dumpfullversion']);
    return stdout.trim();
  } catch {
    return null; // absent or broken: the operator is told the same
  }
}

/** A language by its gcc front end; not found where the compiler does not work. */
export async function detectGcc(language: GccLanguage): Promise<Detection> {
  const { id, aliases, compiler, aptPackage, defaultFileName, hello } = language;
  const version = await versionOf(compiler);
  if (version === null)
    return { found: false, reason: `${compiler} does not work: install the apt package ${aptPackage}` };
  return {
    found: true,
    language: {
      id,
      version,
      aliases,
      runtime: 'gcc',
      defaultFileName,
      binds: [...(await bindsOf(compiler)), ...(language.binds ?? [])],
      hello,
      compile: compilation(language),
      command: ({ args }) => ({ argv: [`/box/${PROGRAM}`, ...args] }),
      addressSpaceLimit: true,
      ...(language.close ? { close: language.close } : {}),
    },
  };
}
