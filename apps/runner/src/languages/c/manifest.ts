import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { detectGcc } from '../gcc.ts';
import type { Detect } from '../language.ts';

export const detect: Detect = async () =>
  detectGcc({
    id: 'c',
    aliases: ['gcc'],
    compiler: '/usr/bin/gcc',
    aptPackage: 'gcc libc6-dev',
    standard: 'gnu17',
    gccName: 'c',
    defaultFileName: 'main.c',
    sourceName: /\.c$/,
    hello: {
      source: await readFile(join(import.meta.dirname, 'hello.c'), 'utf8'),
      stdout: 'Hello, world!\n',
    },
  });
