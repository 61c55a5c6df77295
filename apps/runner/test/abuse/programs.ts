/** Programs of the five languages around the lines that matter. */

const C_HEADERS = [
  'errno.h',
  'fcntl.h',
  'pthread.h',
  'signal.h',
  'stdio.h',
  'stdlib.h',
  'string.h',
  'unistd.h',
]
  .concat([
    'arpa/inet.h',
    'netdb.h',
    'netinet/in.h',
    'sys/mman.h',
    'sys/socket.h',
    'sys/stat.h',
    'sys/syscall.h',
    'sys/wait.h',
  ])
  .map(name => `#include <${name}>`)
  .join('\n');

/** C, or C++ by the same lines; `before` stands outside of `main`. */
export function c(lines: string, before = ''): string {
  return `#ifndef _GNU_SOURCE\n#define _GNU_SOURCE\n#endif\n${C_HEADERS}\n${before}\nint main(int argc, char **argv) {\n${lines}\n}\n`;
}

/** A Java program; `members` stand beside `main`. */
export function java(lines: string, members = ''): string {
  return `import java.io.*;\nimport java.net.*;\nimport java.util.*;\npublic class Main {\n${members}\npublic static void main(String[] args) throws Exception {\n${lines}\n}\n}\n`;
}
