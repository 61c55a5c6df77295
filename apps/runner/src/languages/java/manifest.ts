import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Detect } from '../language.ts';
import { findJdk, stageCompiler, stageSettings } from './toolchain.ts';

const PROGRAM = 'program.jar';
const MIB = 1024 * 1024;
/** What a virtual machine takes besides its heap, and the least heap that is of use. */
const BESIDES_HEAP_MB = 80;
const LEAST_HEAP_MB = 16;

/** Small and quick to start: these programs are short. */
function options(memoryBytes: number): string[] {
  const heapMb = Math.max(LEAST_HEAP_MB, Math.floor(memoryBytes / MIB) - BESIDES_HEAP_MB);
  return [
    ...[`-Xmx${heapMb}m`, '-Xss16m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xshare:auto'],
    ...['-XX:-UsePerfData', '-XX:-UseContainerSupport', '-Xlog:disable'],
  ];
}

export const detect: Detect = async stage => {
  const jdk = await findJdk();
  if (!jdk)
    return { found: false, reason: 'javac does not work: install the apt package default-jdk-headless' };
  const java = join(jdk.home, 'bin/java');
  await stageSettings(jdk.home, stage);
  const compiler = await stageCompiler(jdk, stage);
  return {
    found: true,
    language: {
      id: 'java',
      version: jdk.version,
      aliases: [],
      defaultFileName: 'Main.java',
      binds: [{ source: jdk.home }, { source: compiler.folder }],
      hello: {
        source: await readFile(join(import.meta.dirname, 'hello.java'), 'utf8'),
        stdout: 'Hello, world!\n',
      },
      compile: {
        command: (files, memoryBytes) => ({
          argv: [
            ...[java, ...options(memoryBytes), `-XX:SharedArchiveFile=${compiler.archive}`],
            ...['-cp', compiler.jar, 'Compile'],
            ...files.filter((name, index) => index === 0 || name.endsWith('.java')),
          ],
        }),
        artefacts: () => [PROGRAM],
      },
      command: ({ args, memoryBytes }) => ({
        argv: [java, ...options(memoryBytes), '-jar', PROGRAM, ...args],
      }),
      addressSpaceLimit: false,
      outOfMemory: /java\.lang\.OutOfMemoryError(?!: unable to create native thread)/,
    },
  };
};
