/**
 * What visitors' browsers make of the pages: first answer, first and largest paint, how long an interaction takes to
 * show, what moves, what is transferred. Each visit is cold: a browser profile of its own. The peer is a page of a few
 * bytes on the same machine, so that what the browser costs by itself can be told from what is ours.
 *
 *   npm run bench -- pages [--runs 5] [--json]
 *
 * Needs root, for the runner, and Chromium.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, type BrowserContextOptions, devices, type Page } from 'playwright-core';
import { PAIR } from '../apps/dashboard/test/support/capsules.ts';
import { ApiUser } from '../tools/lib/api.ts';
import { publishCapsule } from '../tools/lib/capsules.ts';
import { launchChromium } from '../tools/lib/chromium.ts';
import { listenLocally } from '../tools/lib/ports.ts';
import { startStack } from '../tools/lib/stack.ts';
import { main, StepError, step } from '../tools/lib/steps.ts';
import { RUNNER_PACKAGES, requireSystemPackages } from '../tools/lib/system.ts';
import { percentile, renderTable } from '../tools/lib/table.ts';
import { measureVisit, type Visitor, type Vitals } from './lib/pages/vitals.ts';

const AUTHOR = { email: 'ada@devcapsules.example', password: 'a-long-password', name: 'Ada' };

/** The second is what Lighthouse takes for a phone: a processor four times slower, 150 ms and 1.6 Mbit/s. */
const VISITORS: Visitor[] = [
  {
    name: 'this machine',
    context: { viewport: { width: 1280, height: 850 } },
    cpuSlowdown: 1,
    line: null,
  },
  {
    name: 'a slow phone',
    context: phone(),
    cpuSlowdown: 4,
    line: { latencyMs: 150, kilobytesPerSecond: 200 },
  },
];

interface Subject {
  name: string;
  url: string;
  signedIn: boolean;
  act: (page: Page) => Promise<void>;
}

await main(async () => {
  const { values } = parseArgs({
    options: { runs: { type: 'string', default: '5' }, json: { type: 'boolean' } },
  });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new StepError('--runs must be a whole number from 1 on.');
  await requireSystemPackages(RUNNER_PACKAGES);
  const browser = await launchChromium();
  const stateDir = mkdtempSync(join(tmpdir(), 'devcapsules-pages-'));
  const empty = await emptyPage();
  const stack = await startStack({ stateDir, runner: 'full', plan: 'enterprise', dashboard: true });
  try {
    const capsule = await step('A capsule, proven and published', () => publish(stack.url));
    const session = await signIn(browser, stack.url);
    const rows: { page: string; visitor: string; vitals: Vitals }[] = [];
    for (const visitor of VISITORS) {
      for (const subject of subjectsOf(stack.url, empty.url, capsule)) {
        const context = { ...visitor.context, ...(subject.signedIn && { storageState: session }) };
        const title = `${subject.name}, ${visitor.name}`;
        const all = await step(title, () =>
          repeated(runs, () => visit(browser, subject, { ...visitor, context })),
        );
        rows.push({ page: subject.name, visitor: visitor.name, vitals: medians(all) });
      }
    }
    report(rows, values.json === true);
  } finally {
    await browser.close();
    await stack.stop();
    empty.close();
    rmSync(stateDir, { recursive: true });
  }
  return 0;
});

function phone(): BrowserContextOptions {
  const { defaultBrowserType: _, ...context } = devices['Pixel 7'] ?? {};
  return context;
}

function subjectsOf(url: string, empty: string, capsule: string): Subject[] {
  const menu = (page: Page) => page.getByRole('button', { name: /^Menu/ }).click();
  const press = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).click();
  return [
    { name: 'an almost empty page', url: empty, signedIn: false, act: press('A button') },
    { name: 'landing', url, signedIn: false, act: menu },
    { name: 'gallery', url: `${url}/explore`, signedIn: false, act: menu },
    { name: 'capsule', url: `${url}/c/${capsule}`, signedIn: false, act: solve },
    { name: 'own capsules', url: `${url}/studio`, signedIn: true, act: menu },
    { name: 'studio', url: `${url}/studio/c/${capsule}`, signedIn: true, act: edit },
    { name: 'analytics', url: `${url}/studio/analytics/${capsule}`, signedIn: true, act: menu },
  ];
}

/** Types into the editor, runs, and looks at a test. */
async function solve(page: Page): Promise<void> {
  await page.locator('.cm-content').click();
  await page.keyboard.type('# a thought\n');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page
    .getByText(/of 2|0 of|passed|Wrong/)
    .first()
    .waitFor();
  await page.getByRole('tab', { name: 'Input' }).click();
}

/** Changes the title and looks at another part. */
async function edit(page: Page): Promise<void> {
  await page.getByLabel('Title').click();
  await page.keyboard.type('!');
  await page.getByRole('tab', { name: /^Tests/ }).click();
}

function visit(browser: Browser, { url, act }: Subject, visitor: Visitor): Promise<Vitals> {
  // Each visitor has an address of their own, as in life.
  const part = () => Math.floor(Math.random() * 254) + 1;
  const extraHTTPHeaders = { 'cf-connecting-ip': `10.${part()}.${part()}.${part()}` };
  return measureVisit(browser, url, { ...visitor, context: { ...visitor.context, extraHTTPHeaders } }, act);
}

async function repeated<T>(times: number, work: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let i = 0; i < times; i++) results.push(await work());
  return results;
}

function medians(all: Vitals[]): Vitals {
  const median = (name: keyof Vitals) =>
    percentile(
      all.map(one => one[name]),
      50,
    );
  return {
    ...{ ttfbMs: median('ttfbMs'), fcpMs: median('fcpMs'), lcpMs: median('lcpMs'), inpMs: median('inpMs') },
    ...{ cls: median('cls'), blockedMs: median('blockedMs'), transferredKb: median('transferredKb') },
  };
}

function report(rows: { page: string; visitor: string; vitals: Vitals }[], asJson: boolean): void {
  if (asJson) {
    console.log(JSON.stringify(rows));
    return;
  }
  const columns = ['page', 'visitor', 'TTFB ms', 'FCP ms', 'LCP ms', 'INP ms', 'CLS', 'blocked ms', 'kB'];
  const cells = rows.map(({ page, visitor, vitals }) => [
    ...[page, visitor],
    ...[vitals.ttfbMs, vitals.fcpMs, vitals.lcpMs, vitals.inpMs].map(Math.round),
    ...[Math.round(vitals.cls * 1000) / 1000, Math.round(vitals.blockedMs), Math.round(vitals.transferredKb)],
  ]);
  console.log(`\n${renderTable(columns, cells)}`);
}

async function publish(url: string): Promise<string> {
  const author = new ApiUser(url);
  await author.enter(AUTHOR);
  const outcome = await publishCapsule(author, PAIR);
  if (!outcome.ok) throw new StepError(outcome.why);
  return outcome.id;
}

async function signIn(browser: Browser, url: string) {
  const context = await browser.newContext({ baseURL: url });
  const { email, password } = AUTHOR;
  await context.request.post('/api/v1/auth/sign-in/email', { data: { email, password } });
  const state = await context.storageState();
  await context.close();
  return state;
}

/** The peer: what a browser takes for next to nothing. */
async function emptyPage(): Promise<{ url: string; close: () => void }> {
  const server = createServer((_, response) => {
    response
      .setHeader('content-type', 'text/html')
      .end('<!doctype html><h1>A page</h1><button>A button</button>');
  });
  return { url: `${await listenLocally(server)}/`, close: () => server.close() };
}
