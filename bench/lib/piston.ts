import { z } from 'zod';
import { HELLO } from './hello.ts';

const runtimesSchema = z.array(z.object({ language: z.string(), version: z.string() }));
const stage = z.object({ stdout: z.string() });
const executeSchema = z.object({ run: stage });
const batchSchema = z.object({ cases: z.array(stage) });

const ALIASES: Record<string, string> = { cpp: 'c++' };
const nameOf = (language: string) => ALIASES[language] ?? language;

/** A Piston v2 server under measurement; ours can take many cases at once. */
export interface Server {
  who: string;
  url: string;
  /** Versions by Piston's language name. */
  versions: Map<string, string>;
  hasBatch: boolean;
}

export async function findServer(who: string, url: string): Promise<Server> {
  const runtimes = runtimesSchema.parse(await (await fetch(`${url}/api/v2/runtimes`)).json());
  const capabilities = await fetch(`${url}/capabilities`);
  await capabilities.body?.cancel();
  const versions = new Map(runtimes.map(({ language, version }) => [nameOf(language), version]));
  return { who, url, versions, hasBatch: capabilities.ok };
}

/**
 * Runs hello `cases` times and tells whether each said hello. `mark` makes the source one never seen before,
 * `limits` goes into the request.
 */
export async function hello(
  server: Server,
  language: string,
  cases: number,
  mark: string | null,
  limits: Record<string, number> = {},
): Promise<boolean> {
  const program = HELLO[language];
  if (!program) throw new Error(`no hello in ${language}`);
  const content = mark === null ? program.content : `${program.content}${program.comment} ${mark}\n`;
  const job = {
    ...limits,
    language,
    version: server.versions.get(language) ?? '*',
    files: [{ name: program.name, content }],
  };
  if (cases > 1 && server.hasBatch) {
    const answer = await post(`${server.url}/api/v2/execute/batch`, { ...job, cases: Array(cases).fill({}) });
    const parsed = batchSchema.safeParse(answer);
    return parsed.success && parsed.data.cases.length === cases && parsed.data.cases.every(saysHello);
  }
  for (let i = 0; i < cases; i++) {
    const parsed = executeSchema.safeParse(await post(`${server.url}/api/v2/execute`, job));
    if (!parsed.success || !saysHello(parsed.data.run)) return false;
  }
  return true;
}

/** The JSON of an answer; null of a refusal, which counts as a failed run. */
async function post(url: string, body: object): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (response.ok) return response.json();
  await response.body?.cancel();
  return null;
}

function saysHello({ stdout }: { stdout: string }): boolean {
  return stdout === 'Hello, world!\n';
}
