/** These tests run real sandboxes: without root and bubblewrap nothing they say would mean anything. */

import { existsSync } from 'node:fs';

export function setup(): void {
  if (process.getuid?.() !== 0) throw new Error('the runner tests need root');
  for (const [path, aptPackage] of [
    ['/usr/bin/bwrap', 'bubblewrap'],
    ['/usr/bin/python3', 'python3'],
    ['/usr/bin/gcc', 'gcc libc6-dev libseccomp-dev'],
    ['/usr/bin/g++', 'g++'],
    ['/usr/bin/javac', 'default-jdk-headless'],
  ])
    if (!existsSync(path ?? '')) throw new Error(`the runner tests need ${path}: install ${aptPackage}`);
}
