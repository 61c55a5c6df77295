import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Detect, GateInput } from '../language.ts';
import { findJdk, stageCompiler, stageSettings, stageWait } from './toolchain.ts';

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

/** What a machine that was started by `java -jar` tells of itself. */
const AS_JAR = [
  ...[`-Djava.class.path=${PROGRAM}`, `-Dsun.java.command=${PROGRAM}`],
  '-Dsun.java.launcher=SUN_STANDARD',
];

/** Ends where its memory does, and leaves its stdout to answers. */
const STAYING = ['-XX:+ExitOnOutOfMemoryError', '-XX:+DisplayVMOutputToStderr'];

function sources(files: string[]): string[] {
  return files.filter((name, index) => index === 0 || name.endsWith('.java'));
}

/** The waiting machine's heap has its size already. */
function gate({ args, withChannel, memoryBytes, waitingMemoryBytes }: GateInput): Buffer | null {
  if (memoryBytes !== waitingMemoryBytes) return null;
  return Buffer.from([withChannel ? '1' : '0', ...args].map(one => `${one}\0`).join(''));
}

export const detect: Detect = async stage => {
  const jdk = await findJdk();
  if (!jdk)
    return { found: false, reason: 'javac does not work: install the apt package default-jdk-headless' };
  const java = join(jdk.home, 'bin/java');
  await stageSettings(jdk.home, stage);
  const compiler = await stageCompiler(jdk, stage);
  if (!compiler)
    return {
      found: false,
      reason: 'RUNNER_STATE_DIR lies in a folder of which slots have their own: move it',
    };
  const wait = await stageWait(jdk, stage);
  const toCompile = (memoryBytes: number) => [
    ...[java, ...options(memoryBytes), `-XX:SharedArchiveFile=${compiler.archive}`],
    ...['-cp', compiler.jar],
  ];
  return {
    found: true,
    language: {
      id: 'java',
      version: jdk.version,
      aliases: [],
      defaultFileName: 'Main.java',
      binds: [{ source: jdk.home }, { source: compiler.folder }, { source: wait.folder }],
      hello: {
        source: await readFile(join(import.meta.dirname, 'hello.java'), 'utf8'),
        stdout: 'Hello, world!\n',
      },
      compile: {
        command: (files, memoryBytes) => ({
          argv: [...toCompile(memoryBytes), 'Compile', ...sources(files)],
        }),
        artefacts: () => [PROGRAM],
        resident: {
          command: memoryBytes => ({
            argv: [...toCompile(memoryBytes), ...STAYING, 'Serve'],
          }),
          sources,
          warmUp: compiler.sources,
        },
      },
      command: ({ args, memoryBytes }) => ({
        argv: [java, ...options(memoryBytes), '-jar', PROGRAM, ...args],
      }),
      warmth: {
        command: memoryBytes => ({
          argv: [wait.program, jdk.library, ...options(memoryBytes), ...AS_JAR],
        }),
        gate,
        spread: true,
      },
      addressSpaceLimit: false,
      outOfMemory: /java\.lang\.OutOfMemoryError(?!: unable to create native thread)/,
    },
  };
};
