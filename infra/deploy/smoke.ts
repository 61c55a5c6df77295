import { parseArgs } from 'node:util';
import { z } from 'zod';
import { main, StepError } from '../../tools/lib/steps.ts';
import { renderTable } from '../../tools/lib/table.ts';

const HELP = `node infra/deploy/smoke.ts URL [options]

Asks an installation what a visitor asks, changes nothing in it, and fails at what is not right.

  --version V      the version that /health must tell
  --no-pages       there is an API alone
  --header N:V     sent with each request; may be repeated
  --help           this text
`;

const TIMEOUT_MS = 30_000;

export interface SmokeOptions {
  /** Without a slash at its end. */
  url: string;
  /** Undefined: any. */
  version?: string | undefined;
  /** Whether the dashboard stands in front. */
  pages: boolean;
  headers?: Record<string, string>;
}

export interface Check {
  name: string;
  /** Null: it is right. */
  problem: string | null;
  ms: number;
}

const health = z.object({ data: z.object({ status: z.literal('ok'), version: z.string() }) });
const ready = z.object({ data: z.object({ ready: z.literal(true) }) });
const ran = z.object({ data: z.object({ verdict: z.string(), stdout: z.string() }) });
const rows = z.object({ data: z.object({ rows: z.object({ rows: z.array(z.array(z.unknown())) }) }) });
const refused = z.object({ error: z.object({ code: z.string() }) });

/** Every check, one after the other; none throws. */
export async function smoke({ url, version, pages, headers = {} }: SmokeOptions): Promise<Check[]> {
  const ask = async (path: string, body?: object) => {
    const response = await fetch(`${url}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text };
  };
  const checks: [string, () => Promise<void>][] = [
    [
      'health',
      async () => {
        const { data } = health.parse(JSON.parse((await ask('/health')).text));
        must(version === undefined || data.version === version, `it is version ${data.version}`);
      },
    ],
    ['ready', async () => void ready.parse(JSON.parse((await ask('/health/ready')).text))],
    // An account is never made: the password is too short.
    [
      'sign-up refuses',
      async () => {
        const account = { email: 'smoke@devcapsules.example', password: 'short', name: 'Smoke' };
        const { status, text } = await ask('/api/v1/auth/sign-up/email', account);
        const { code } = refused.parse(JSON.parse(text)).error;
        must(status < 500 || code === 'SIGNUP_DISABLED', `${status} ${code}`);
      },
    ],
    [
      'administration is closed',
      async () => {
        const { status } = await ask('/api/v1/admin/flags');
        must([302, 401, 403].includes(status), `it answers ${status}`);
      },
    ],
    [
      'SQL runs',
      async () => {
        const { text } = await ask('/api/v1/execute', {
          language: 'sql',
          source_code: 'SELECT 6 * 7 AS answer',
        });
        must(rows.parse(JSON.parse(text)).data.rows.rows[0]?.[0] === 42, text);
      },
    ],
    [
      'Python runs',
      async () => {
        const { text } = await ask('/api/v1/execute', { language: 'python', source_code: 'print(6 * 7)' });
        const { verdict, stdout } = ran.parse(JSON.parse(text)).data;
        must(stdout === '42\n', `${verdict} ${stdout}`);
      },
    ],
    [
      'reference',
      async () => {
        const { status, text } = await ask('/openapi.json');
        must(status === 200 && text.includes('"openapi":"3.1'), `it answers ${status}`);
      },
    ],
    [
      'headers of data',
      async () => {
        const { headers: given } = await ask('/api/v1/capsules?limit=1');
        const missing = missingHeaders(given, {
          'x-content-type-options': /^nosniff$/,
          'content-security-policy': /default-src 'none'/,
          'strict-transport-security': /max-age=\d{7,}/,
          'x-request-id': /./,
        });
        must(missing.length === 0, `missing or weak: ${missing.join(', ')}`);
      },
    ],
    ...(pages ? pageChecks(ask) : []),
  ];
  const results: Check[] = [];
  for (const [name, check] of checks) {
    const startedAt = performance.now();
    const problem = await check().then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.message : String(error)).slice(0, 300),
    );
    results.push({ name, problem, ms: Math.round(performance.now() - startedAt) });
  }
  return results;
}

type Ask = (path: string) => Promise<{ status: number; headers: Headers; text: string }>;

function pageChecks(ask: Ask): [string, () => Promise<void>][] {
  return [
    [
      'a page renders',
      async () => {
        const { status, text } = await ask('/');
        must(status === 200 && /<h1\b/.test(text) && text.includes('</html>'), `it answers ${status}`);
      },
    ],
    [
      'headers of pages',
      async () => {
        const { headers } = await ask('/');
        const missing = missingHeaders(headers, {
          'content-security-policy': /script-src[^;]*'nonce-/,
          'x-content-type-options': /^nosniff$/,
          'referrer-policy': /./,
        });
        must(missing.length === 0, `missing or weak: ${missing.join(', ')}`);
      },
    ],
  ];
}

function missingHeaders(given: Headers, wanted: Record<string, RegExp>): string[] {
  return Object.keys(wanted).filter(name => !wanted[name]?.test(given.get(name) ?? ''));
}

function must(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}

/** The checks as a table. */
export function renderChecks(checks: Check[]): string {
  return renderTable(
    ['check', 'ms', ''],
    checks.map(({ name, ms, problem }) => [name, ms, problem ?? 'right']),
  );
}

if (import.meta.main) {
  await main(async () => {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        version: { type: 'string' },
        'no-pages': { type: 'boolean' },
        header: { type: 'string', multiple: true, default: [] },
        help: { type: 'boolean' },
      },
    });
    if (values.help) {
      console.log(HELP);
      return 0;
    }
    const [url] = positionals;
    if (!url) throw new StepError('Name an address; --help tells more.');
    const headers = Object.fromEntries(values.header.map(text => text.split(/:\s*(.*)/s, 2)));
    const checks = await smoke({
      ...{ url: url.replace(/\/$/, ''), version: values.version, pages: !values['no-pages'], headers },
    });
    console.log(renderChecks(checks));
    return checks.every(({ problem }) => problem === null) ? 0 : 1;
  });
}
