import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { detectGcc } from '../gcc.ts';
import type { Detect } from '../language.ts';

export const detect: Detect = async () =>
  detectGcc({
    id: 'c++',
    aliases: ['cpp', 'g++'],
    compiler: '/usr/bin/g++',
    aptPackage: 'g++',
    standard: 'gnu++20',
    gccName: 'c++',
    defaultFileName: 'main.cpp',
    sourceName: /\.(cpp|cc|cxx|C)$/,
    hello: {
      source: await readFile(join(import.meta.dirname, 'hello.cpp'), 'utf8'),
      stdout: 'Hello, world!\n',
    },
  });
