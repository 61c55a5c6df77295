import type { ServerResponse } from 'node:http';

/** As a Piston that nobody configured: what may be asked for at most. */
const LIMITS: Record<string, number> = { run_timeout: 3_000, run_cpu_time: 3_000 };
const LANGUAGES = ['python', 'javascript', 'java', 'c', 'c++'];

const WELL = { stdout: '', stderr: '', code: 0, signal: null, message: null, status: null };
const USED = { cpu_time: 12, wall_time: 20, memory: 9_000_000 };

/** How runs end, by a word in the program; each as Piston's source (api/src/job.js) tells it. */
const ENDS: Record<string, object> = {
  exits: { code: 3, status: 'RE', message: 'Exited with error status 3' },
  aborts: { code: null, signal: 'SIGABRT', status: 'SG', message: 'Caught fatal signal 6' },
  spins: { code: null, signal: 'SIGKILL', status: 'TO', message: 'Time limit exceeded', cpu_time: 2_000 },
  hoards: { code: null, signal: 'SIGKILL', status: 'SG', memory: 268_000_000 },
  hoards_in_a_child: { code: 137, status: 'RE', memory: 268_000_000 },
  floods: { code: null, signal: 'SIGKILL', status: 'OL', message: 'stdout length exceeded' },
  floods_stderr: { code: null, signal: 'SIGKILL', status: 'EL', message: 'stderr length exceeded' },
  killed: { code: null, signal: 'SIGKILL', status: 'SG', message: 'Caught fatal signal 9' },
  breaks: { code: null, status: 'XX', message: 'box not found' },
};

/** Piston's v2 API (engineer-man/piston, api/src/api/v2.js) over answers that are written here. */
export function stockPiston(path: string, body: string, response: ServerResponse): void {
  const reply = (status: number, value: object) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  };
  if (path === '/api/v2/runtimes') {
    reply(
      200,
      LANGUAGES.map(language => ({ language, version: '1.2.3', aliases: [] })),
    );
    return;
  }
  if (path !== '/api/v2/execute') {
    reply(404, { message: 'Not Found' });
    return;
  }
  const asked = JSON.parse(body);
  const refused = problemOf(asked);
  if (refused) {
    reply(400, { message: refused });
    return;
  }
  const { language, files, stdin, args } = asked;
  const source: string = files.map((file: { content: string }) => file.content).join('\n');
  const word = /ends: (\w+)/.exec(source)?.[1] ?? '';
  const head = { language, version: '1.2.3' };
  if (word === 'does_not_compile') {
    const compile = { ...WELL, ...USED, stderr: 'main.c:1: error', code: 1, status: 'RE' };
    reply(200, { ...head, compile });
    return;
  }
  if (word === 'killed_by_an_old_one') {
    reply(200, { ...head, run: { stdout: '', stderr: '', output: '', code: null, signal: 'SIGKILL' } });
    return;
  }
  const run = { ...WELL, ...USED, stdout: `${stdin}|${args.join(',')}`, ...ENDS[word] };
  reply(200, { ...head, run: { ...run, output: run.stdout } });
}

function problemOf(asked: Record<string, unknown>): string | null {
  if (!LANGUAGES.includes(String(asked.language))) return `${asked.language}-* runtime is unknown`;
  if (!Array.isArray(asked.files) || asked.files.length === 0) return 'files is required as an array';
  for (const [name, limit] of Object.entries(LIMITS)) {
    if (Number(asked[name]) > limit) return `${name} cannot exceed the configured limit of ${limit}`;
  }
  return null;
}
