/**
 * Measures running code through the API on local workerd, one client at a time, beside the same program
 * sent straight to the runner: what the Worker adds is the difference.
 *
 *   npm run bench -- api [--runs N] [--json]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { signatureHeaders } from '@devcapsules/capsule/runner/sign';
import { ApiUser } from '../tools/lib/api.ts';
import { startStack } from '../tools/lib/stack.ts';
import { main } from '../tools/lib/steps.ts';
import { renderTable } from '../tools/lib/table.ts';
import { type Measure, measure } from './lib/measure.ts';

const WARM_UP = 20;

const SETUP = `CREATE TABLE author (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE book (id INTEGER PRIMARY KEY, author_id INTEGER REFERENCES author (id), title TEXT, pages INTEGER);
INSERT INTO author VALUES (1, 'A'), (2, 'B'), (3, 'C');
INSERT INTO book VALUES (1, 1, 'x', 100), (2, 1, 'y', 200), (3, 2, 'z', 300), (4, 3, 'w', 50);`;
const JOIN =
  'SELECT name, sum(pages) AS pages FROM author JOIN book ON author_id = author.id GROUP BY name ORDER BY name';
const HELLO = 'print("Hello, world!")\n';

const ONE_CLIENT = { clients: 1, pauseMs: 0 };

await main(async () => {
  const { values } = parseArgs({ options: { runs: { type: 'string' }, json: { type: 'boolean' } } });
  const runs = Number(values.runs ?? 300);
  const stateDir = mkdtempSync(join(tmpdir(), 'devcapsules-bench-'));
  const stack = await startStack({ stateDir, runner: 'full', plan: 'enterprise' });
  try {
    const user = new ApiUser(stack.url);
    await user.enter({ email: 'bench@devcapsules.example', password: 'bench of the API', name: 'Bench' });
    const sql = { language: 'sql', source_code: JOIN, setup: SETUP };
    const python = { language: 'python', source_code: HELLO };
    const direct = { language: 'python', version: '*', files: [{ name: 'main.py', content: HELLO }] };
    const measures = [
      await time('GET a session (workerd alone)', runs, () => user.get('/auth/session')),
      await time('SQL, SELECT 1, through the API', runs, () =>
        user.post('/execute', { ...sql, source_code: 'SELECT 1', setup: '' }),
      ),
      await time('SQL, schema and join, through the API', runs, () => user.post('/execute', sql)),
      await time('Python hello, through the API', runs, () => user.post('/execute', python)),
      await time('Python hello, straight at the runner', runs, () =>
        runDirectly(stack.runnerUrl, stack.runnerSecret, direct),
      ),
    ];
    if (values.json) console.log(JSON.stringify(measures));
    else console.log(`\n${table(measures)}`);
    return 0;
  } finally {
    await stack.stop();
    rmSync(stateDir, { recursive: true });
  }
});

interface Result extends Measure {
  what: string;
}

async function time(what: string, runs: number, once: () => Promise<unknown>): Promise<Result> {
  const succeed = async () => {
    await once();
    return true;
  };
  return { what, ...(await measure(ONE_CLIENT, runs, WARM_UP, succeed)) };
}

async function runDirectly(url: string, secret: string, job: object): Promise<void> {
  const path = '/api/v2/execute';
  const body = JSON.stringify(job);
  const signature = await signatureHeaders(secret, { method: 'POST', path, body }, new Date());
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...signature },
    body,
  });
  if (!response.ok) throw new Error(`the runner answered ${response.status}: ${await response.text()}`);
  await response.json();
}

function table(measures: Result[]): string {
  const rows = measures.map(({ what, runs, p50Ms, p95Ms, p99Ms }) => [what, runs, p50Ms, p95Ms, p99Ms]);
  return renderTable(['one client, over HTTP', 'runs', 'p50 ms', 'p95 ms', 'p99 ms'], rows);
}
