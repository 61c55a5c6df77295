/** Finds the JDK and prepares, once for each version, what learners' programs are compiled with. */

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, readFile, readlink, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import semver from 'semver';

const JAVAC = '/usr/bin/javac';
const COMPILER = join(import.meta.dirname, 'compiler');
const HELLO = join(import.meta.dirname, 'hello.java');
const WAIT = join(import.meta.dirname, 'native/wait.c');
const PROTOCOL = join(import.meta.dirname, '../../../native/init');
/** A slot has folders of its own here; and the archive is bound to the place where it was made. */
const OWN_IN_SLOTS = /^\/(tmp|box|dev|proc)\//;
const run = promisify(execFile);

interface SourceFile {
  name: string;
  content: Buffer;
}

export type Stage = (source: string, name: string) => Promise<string>;

export interface Jdk {
  home: string;
  /** The virtual machine itself. */
  library: string;
  version: string;
}

export interface CompilerFiles {
  folder: string;
  jar: string;
  /** The compiler's own classes, parsed and checked beforehand (class data sharing). */
  archive: string;
  sources: SourceFile[];
}

/** The JDK that the machine's `javac` belongs to. */
export async function findJdk(): Promise<Jdk | null> {
  try {
    const home = dirname(dirname(await realpath(JAVAC)));
    const release = await readFile(join(home, 'release'), 'utf8');
    const version = semver.coerce(/^JAVA_VERSION="(.*)"$/m.exec(release)?.[1])?.version;
    return version === undefined ? null : { home, library: join(home, 'lib/server/libjvm.so'), version };
  } catch {
    return null; // absent or broken: the operator is told the same
  }
}

/** Debian keeps a JDK's settings in /etc, and slots have an /etc of their own: they are copied there. */
export async function stageSettings(home: string, stage: Stage): Promise<void> {
  const link = await readlink(join(home, 'lib/jvm.cfg')).catch(() => '');
  if (!link.startsWith('/etc/')) return;
  const folder = dirname(link);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const { mode } = await stat(path);
    if (entry.isFile() && mode & 0o004) await stage(path, path.slice(1));
  }
}

/** Compiles the compiler's drivers, then runs one on a hello to record the classes that takes. */
async function build(jdk: Jdk, files: CompilerFiles): Promise<void> {
  const work = await mkdtemp(join(files.folder, 'build-'));
  try {
    const sources = files.sources.map(({ name }) => join(files.folder, name));
    await run(join(jdk.home, 'bin/javac'), ['-d', join(work, 'classes'), ...sources]);
    const jar = join(work, 'compiler.jar');
    await run(join(jdk.home, 'bin/jar'), ['--create', '--file', jar, '-C', join(work, 'classes'), '.']);
    // The archive holds the jar's path and time: the jar goes to its place first.
    await chmod(jar, 0o644);
    await rename(jar, files.jar);
    const archive = join(work, 'compiler.jsa');
    const record = ['-XX:+UseSerialGC', `-XX:ArchiveClassesAtExit=${archive}`, '-Xlog:disable'];
    await run(join(jdk.home, 'bin/java'), [...record, '-cp', files.jar, 'Compile', HELLO], { cwd: work });
    await chmod(archive, 0o644);
    await rename(archive, files.archive);
  } finally {
    await rm(work, { recursive: true });
  }
}

async function readSources(folder: string): Promise<SourceFile[]> {
  const names = (await readdir(folder)).sort();
  return Promise.all(names.map(async name => ({ name, content: await readFile(join(folder, name)) })));
}

function hashOf(contents: Buffer[]): string {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content).update('\0');
  return hash.digest('hex').slice(0, 16);
}

/** Builds the compiler's drivers unless they are there already. Null where slots would not see them. */
export async function stageCompiler(jdk: Jdk, stage: Stage): Promise<CompilerFiles | null> {
  const sources = await readSources(COMPILER);
  const place = `java-${jdk.version}-${hashOf(sources.map(one => one.content))}`;
  const staged = await Promise.all(
    sources.map(({ name }) => stage(join(COMPILER, name), `${place}/${name}`)),
  );
  const folder = dirname(staged[0] ?? '');
  if (OWN_IN_SLOTS.test(folder)) return null;
  const files = {
    ...{ folder, sources },
    jar: join(folder, 'compiler.jar'),
    archive: join(folder, 'compiler.jsa'),
  };
  if (!existsSync(files.archive)) await build(jdk, files);
  return files;
}

/** Builds, unless it is there already, the program that starts a virtual machine and has it wait. */
export async function stageWait(jdk: Jdk, stage: Stage): Promise<{ folder: string; program: string }> {
  const includes = [PROTOCOL, join(jdk.home, 'include'), join(jdk.home, 'include/linux')];
  const contents = [await readFile(WAIT), await readFile(join(PROTOCOL, 'protocol.h'))];
  const source = await stage(WAIT, `java-wait-${jdk.version}-${hashOf(contents)}/wait.c`);
  const folder = dirname(source);
  const program = join(folder, 'wait');
  if (existsSync(program)) return { folder, program };
  const temporary = `${program}.${process.pid}`;
  const paths = includes.flatMap(path => ['-I', path]);
  await run('gcc', ['-O2', '-Wall', '-Wextra', ...paths, '-o', temporary, source, '-ldl', '-lpthread']);
  await chmod(temporary, 0o755);
  await rename(temporary, program);
  return { folder, program };
}
