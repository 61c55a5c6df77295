import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { PROGRAMS, type Program, SQUARES } from './programs.ts';

/** What one request came to: null when it was as it must be, else what was wrong. */
export type Outcome = string | null;
export type Kind = (url: string, random: () => number) => Promise<Outcome>;

const stage = z.object({ status: z.string().nullable(), stdout: z.string() });
const executed = z.object({ run: stage });
const batched = z.object({ cases: z.array(stage) });
const line = z.object({
  index: z.number().optional(),
  stdout: z.string().optional(),
  done: z.boolean().optional(),
});
const message = z.object({
  type: z.string(),
  data: z.string().optional(),
  status: z.string().nullable().optional(),
});

const CASES = 5;
/** None of what is asked for here takes longer, whatever else runs. */
const LONGEST_MS = 90_000;
let made = 0;

const pick = <T>(all: readonly T[], random: () => number): T => {
  const one = all[Math.floor(random() * all.length)];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
};
const fresh = (content: string) =>
  content.replace(/# #|\/\/ #/, mark => `${mark.slice(0, -1)}${process.pid}-${made++}`);

function job(program: Program): Record<string, unknown> {
  return {
    language: program.language,
    version: '*',
    files: [{ content: fresh(program.content) }],
    ...program.more,
  };
}

function post(url: string, path: string, body: unknown, more: RequestInit = {}): Promise<Response> {
  return fetch(`${url}/api/v2/execute${path}`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    signal: AbortSignal.timeout(LONGEST_MS),
    ...more,
  });
}

const execute: Kind = async (url, random) => {
  const program = pick(PROGRAMS, random);
  const response = await post(url, '', job(program));
  const text = await response.text();
  const parsed = executed.safeParse(JSON.parse(text));
  const { status, stdout } = program.expected;
  const isRight =
    parsed.data?.run.status === status && (stdout === undefined || parsed.data.run.stdout === stdout);
  return isRight
    ? null
    : `${program.language} was to end with ${status}: ${program.content.slice(0, 80)}: ${text.slice(0, 300)}`;
};

const batch: Kind = async (url, random) => {
  const [language, content] = pick(Object.entries(SQUARES), random);
  const cases = Array.from({ length: CASES }, (_, i) => ({ stdin: `${i}\n` }));
  const body = {
    ...job({ language, content, expected: { status: null } }),
    cases,
    run_timeout: 30_000,
    compile_timeout: 30_000,
  };
  const inLines = random() < 0.5;
  const headers = inLines ? { accept: 'application/x-ndjson' } : {};
  const text = await (await post(url, '/batch', body, { headers })).text();
  const squares = cases.map((_, i) => `${i * i}\n`);
  const told = inLines
    ? fromLines(text)
    : batched.safeParse(JSON.parse(text)).data?.cases.map(one => one.stdout);
  return JSON.stringify(told) === JSON.stringify(squares)
    ? null
    : `a batch of ${language}: ${text.slice(0, 300)}`;
};

/** In order of the cases; null unless the answer is whole. */
function fromLines(text: string): string[] | null {
  const lines = text
    .trim()
    .split('\n')
    .map(one => line.parse(JSON.parse(one)));
  if (!lines.at(-1)?.done) return null;
  const told: string[] = [];
  for (const { index, stdout } of lines) if (index !== undefined) told[index] = stdout ?? '';
  return told;
}

/** Goes away at some moment of a run: nothing is answered, and nothing may be left. */
const disconnect: Kind = async (url, random) => {
  const signal = AbortSignal.timeout(1 + Math.floor(random() * 300));
  const path = random() < 0.3 ? '/batch' : '';
  const body = {
    ...job(pick(PROGRAMS, random)),
    ...(path ? { cases: [{}, {}, {}] } : {}),
    run_timeout: 20_000,
  };
  try {
    const response = await post(url, path, body, { signal });
    await response.text();
    return response.ok ? null : `before it went away: ${response.status}`;
  } catch (error) {
    return signal.aborted ? null : String(error);
  }
};

/** Questions and answers while a program runs; one in four hangs up in between. */
const session: Kind = async (url, random) => {
  const hangUp = random() < 0.25;
  const socket = new WebSocket(`${url.replace('http', 'ws')}/api/v2/connect`);
  const messages: z.infer<typeof message>[] = [];
  const closed = new Promise<string>(resolve => {
    socket.onclose = event => resolve(`${event.code} ${event.reason}`);
  });
  const said = () => messages.map(one => one.data ?? '').join('');
  socket.onopen = () => {
    const content = 'name = input("name? ")\nprint("hello", name)';
    socket.send(
      JSON.stringify({
        type: 'init',
        language: 'python',
        version: '*',
        files: [{ content }],
        run_timeout: 30_000,
      }),
    );
  };
  socket.onmessage = event => {
    messages.push(message.parse(JSON.parse(String(event.data))));
    if (!said().endsWith('name? ')) return;
    if (hangUp) socket.close();
    else socket.send(JSON.stringify({ type: 'data', stream: 'stdin', data: 'Zoë\n' }));
  };
  const end = await Promise.race([closed, sleep(LONGEST_MS, 'silence', { ref: false })]);
  if (hangUp || (end.startsWith('4999') && said() === 'name? hello Zoë\n')) return null;
  return `a session ended with ${end}: ${JSON.stringify(messages).slice(0, 300)}`;
};

const MALFORMED = [
  '',
  '{',
  '[]',
  'null',
  '{"language": 1}',
  '{"language":"python","version":"*","files":[]}',
  '\0\0\0',
  '{"language":"c","version":"*","files":[{"content":"","name":"../x"}]}',
  '{"language":"java","version":"*","files":[{"content":""}],"run_timeout":1e99}',
  '{"language":"c++","version":"*","files":[{"content":"%%","encoding":"base64"}]}',
  `{"language":"javascript","version":"*","files":[{"content":"${'['.repeat(10_000)}"}],"args":["\\u0000"]}`,
];

const malformed: Kind = async (url, random) => {
  const response = await post(url, random() < 0.5 ? '' : '/batch', pick(MALFORMED, random));
  const text = await response.text();
  return response.status === 400 ? null : `a malformed request: ${response.status} ${text.slice(0, 200)}`;
};

/** What clients do, each with how often of a hundred. */
export const KINDS: { name: string; share: number; run: Kind }[] = [
  { name: 'execute', share: 50, run: execute },
  { name: 'batch', share: 12, run: batch },
  { name: 'disconnect', share: 14, run: disconnect },
  { name: 'session', share: 12, run: session },
  { name: 'malformed', share: 12, run: malformed },
];

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
