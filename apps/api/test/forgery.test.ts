import { beforeAll, describe, expect, it } from 'vitest';
import { clampDocument, factorialDocument } from '../../../packages/capsule/test/samples.ts';
import { ask, Person } from './support.ts';

/** Code that tries to be accepted without solving anything; `{define}` stands for the function asked for. */
const ATTEMPTS: [string, string][] = [
  ['sys.exit(0) while loading', 'import sys\nsys.exit(0)\n'],
  ['os._exit(0) while loading', 'import os\nos._exit(0)\n'],
  ['sys.exit(0) in the function', 'import sys\n{define} sys.exit(0)\n'],
  ['os._exit(0) in the function', 'import os\n{define} os._exit(0)\n'],
  [
    'printing the markers',
    'print("ready", flush=True)\nprint(\'{"token": "", "value": 5}\', flush=True)\n{define} pass\n',
  ],
  [
    'writing them on every descriptor',
    `import os
for fd in range(256):
    try: os.write(fd, b'ready\\n{"token": "", "value": 5}\\n')
    except OSError: pass
os._exit(0)
`,
  ],
  [
    'claiming to be loaded, and answering with the token',
    `import json, os
os.write(199, b"ready\\n")
task = json.loads(os.read(198, 1 << 20))
os.write(199, json.dumps({"nonce": "", "token": task["token"], "value": 5}).encode() + b"\\n")
os._exit(0)
`,
  ],
  ['closing the channel', 'import os\nos.closerange(3, 256)\n{define} pass\n'],
  ['an exit handler', 'import atexit, os\natexit.register(lambda: os._exit(0))\n{define} pass\n'],
  ['killing its parents', 'import os, signal\n{define} os.kill(os.getppid(), signal.SIGKILL)\n'],
  ['forking', 'import os\n{define} os.fork()\n'],
  [
    'replacing sys.stdout and builtins',
    'import sys, builtins\nsys.stdout = None\nbuiltins.repr = lambda x: "5"\n{define} pass\n',
  ],
];

describe.each([
  ['function', clampDocument, 'def clamp(x, low, high):'],
  ['program', factorialDocument, 'def factorial(n):'],
])('a %s capsule is not fooled by', (_, document, define) => {
  let id: string;
  beforeAll(async () => {
    id = await (await Person.signUp()).publish(document);
  });

  it.each(ATTEMPTS)('%s', async (_, template) => {
    const source_code = template.replaceAll('{define}', define);
    const { body } = await ask('POST', `/capsules/${id}/submit`, { body: { source_code } });
    expect(body.data.verdict).toMatch(/^(wrong_answer|runtime_error|time_limit)$/);
  });
});
