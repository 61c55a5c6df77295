/** Finds the JDK and prepares, once for each version, what learners' programs are compiled with. */

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, readFile, readlink, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import semver from 'semver';

const JAVAC = '/usr/bin/javac';
const run = promisify(execFile);

export type Stage = (source: string, name: string) => Promise<string>;

export interface Jdk {
  home: string;
  version: string;
}

export interface CompilerFiles {
  folder: string;
  jar: string;
  /** The compiler's own classes, parsed and checked beforehand (class data sharing). */
  archive: string;
}

/** The JDK that the machine's `javac` belongs to. */
export async function findJdk(): Promise<Jdk | null> {
  try {
    const home = dirname(dirname(await realpath(JAVAC)));
    const release = await readFile(join(home, 'release'), 'utf8');
    const version = semver.coerce(/^JAVA_VERSION="(.*)"$/m.exec(release)?.[1])?.version;
    return version === undefined ? null : { home, version };
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

/** Compiles the compiler's driver, then runs it on a hello to record the classes that takes. */
async function build(jdk: Jdk, files: CompilerFiles, source: string, hello: string): Promise<void> {
  const work = await mkdtemp(join(files.folder, 'build-'));
  try {
    await run(join(jdk.home, 'bin/javac'), ['-d', join(work, 'classes'), source]);
    const jar = join(work, 'compiler.jar');
    await run(join(jdk.home, 'bin/jar'), ['--create', '--file', jar, '-C', join(work, 'classes'), '.']);
    // The archive holds the jar's path and time: the jar goes to its place first.
    await chmod(jar, 0o644);
    await rename(jar, files.jar);
    const archive = join(work, 'compiler.jsa');
    const record = ['-XX:+UseSerialGC', `-XX:ArchiveClassesAtExit=${archive}`, '-Xlog:disable'];
    await run(join(jdk.home, 'bin/java'), [...record, '-cp', files.jar, 'Compile', hello], { cwd: work });
    await chmod(archive, 0o644);
    await rename(archive, files.archive);
  } finally {
    await rm(work, { recursive: true });
  }
}

/** Builds the driver unless it is there already. */
export async function stageCompiler(jdk: Jdk, stage: Stage): Promise<CompilerFiles> {
  const source = join(import.meta.dirname, 'Compile.java');
  const hash = createHash('sha256')
    .update(await readFile(source))
    .digest('hex')
    .slice(0, 16);
  const staged = await stage(source, `java-${jdk.version}-${hash}/Compile.java`);
  const folder = dirname(staged);
  const files = { folder, jar: join(folder, 'compiler.jar'), archive: join(folder, 'compiler.jsa') };
  if (!existsSync(files.archive)) await build(jdk, files, staged, join(import.meta.dirname, 'hello.java'));
  return files;
}
