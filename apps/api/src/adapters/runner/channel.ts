import type { ProgramJob, SourceFile } from '@devcapsules/capsule/execution';
import type { Runtime } from '../../ports/runtime.ts';
import { EndpointFailure } from './failure.ts';

/**
 * The verdict channel where the runner has none: a program in front starts the driver with two descriptors, and
 * when it has ended, tells on stdout what came, behind a mark. Learners' code could find the mark and write in the
 * driver's name, which is of no use for a function: whoever forges an answer must know it (ADR 5). Test programs
 * are confirmed by a secret, so they stay with runners that keep one.
 */
const STARTERS: Partial<Record<ProgramJob['language'], { name: string; content: string }>> = {
  python: {
    name: 'channel.py',
    content: String.raw`
import base64, os, signal, sys
source, sink = os.memfd_create("source"), os.memfd_create("sink")
task = memoryview(base64.b64decode("@TASK@"))
while task:
    task = task[os.write(source, task):]
os.lseek(source, 0, os.SEEK_SET)
child = os.fork()
if child == 0:
    os.set_inheritable(source, True)
    os.set_inheritable(sink, True)
    os.environ["DEVCAPSULES_CHANNEL"] = "%d,%d" % (source, sink)
    os.execv(sys.executable, [sys.executable, "@DRIVER@"])
status = os.waitpid(child, 0)[1]
os.lseek(sink, 0, os.SEEK_SET)
with os.fdopen(sink, "rb") as file:
    said = memoryview(b"\n@MARK@" + base64.b64encode(file.read()) + b"\n")
while said:
    said = said[os.write(1, said):]
if os.WIFSIGNALED(status):
    signal.signal(os.WTERMSIG(status), signal.SIG_DFL) if os.WTERMSIG(status) != signal.SIGKILL else None
    os.kill(os.getpid(), os.WTERMSIG(status))
os._exit(os.WEXITSTATUS(status))
`.trimStart(),
  },
  javascript: {
    name: 'channel.js',
    content: String.raw`
'use strict';
const { spawnSync } = require('node:child_process');
const { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } = require('node:fs');
const folder = mkdtempSync(require('node:path').join(require('node:os').tmpdir(), 'channel-'));
writeFileSync(folder + '/source', Buffer.from('@TASK@', 'base64'));
const stdio = [0, 1, 2, openSync(folder + '/source', 'r'), openSync(folder + '/sink', 'w')];
const env = { ...process.env, DEVCAPSULES_CHANNEL: '3,4' };
const { status, signal, error } = spawnSync(process.execPath, ['@DRIVER@'], { stdio, env });
if (error) throw error;
let said = Buffer.from('\n@MARK@' + readFileSync(folder + '/sink', 'base64') + '\n');
while (said.length > 0) said = said.subarray(writeSync(1, said));
rmSync(folder, { recursive: true });
if (signal) process.kill(process.pid, signal);
else process.exitCode = status;
`.trimStart(),
  },
};

/** The job's files with the program in front, and the mark of this one run. @throws EndpointFailure `incapable` */
export function withChannel(
  { language, files }: ProgramJob,
  channelInput: string,
  { newId }: Runtime,
): { files: SourceFile[]; mark: string } {
  const starter = STARTERS[language];
  if (!starter || !('call' in JSON.parse(channelInput))) {
    throw new EndpointFailure('incapable', `a stock Piston can't judge this kind of capsule in ${language}`);
  }
  const mark = `channel-${newId()} `;
  const content = starter.content
    .replace('@TASK@', base64(channelInput))
    .replace('@MARK@', mark)
    .replace('@DRIVER@', files[0]?.name ?? '');
  return { files: [{ name: starter.name, content }, ...files], mark };
}

/** Parts what was printed from what was said on the channel; nothing was, when the mark never came. */
export function readChannel(stdout: string, mark: string): { stdout: string; channel: string } {
  const at = stdout.lastIndexOf(`\n${mark}`);
  if (at < 0) return { stdout, channel: '' };
  const said = stdout.slice(at + 1 + mark.length).trim();
  return { stdout: stdout.slice(0, at), channel: unbase64(said) };
}

function base64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), byte => String.fromCharCode(byte)).join(''));
}

/** What is no base64 was cut short, or written by the program: no answer. */
function unbase64(text: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), char => char.charCodeAt(0)));
  } catch {
    return '';
  }
}
