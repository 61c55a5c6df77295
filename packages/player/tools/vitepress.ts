/**
 * Builds the site of examples/sites/vitepress with VitePress from npm, serves it on an origin of its own, and solves the
 * exercise on its page in Chromium: wrong first, then right. A picture of it goes to docs/images/vitepress.png.
 *
 *   node packages/player/tools/vitepress.ts
 */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { ApiUser } from '../../../tools/lib/api.ts';
import { publishCapsule } from '../../../tools/lib/capsules.ts';
import { launchChromium } from '../../../tools/lib/chromium.ts';
import { command, ROOT } from '../../../tools/lib/command.ts';
import { freePort } from '../../../tools/lib/ports.ts';
import { startStack } from '../../../tools/lib/stack.ts';
import { main, StepError, step } from '../../../tools/lib/steps.ts';
import { PICTURE_PACKAGES, RUNNER_PACKAGES, requireSystemPackages } from '../../../tools/lib/system.ts';
import { pair } from '../test/support/capsules.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

await main(async () => {
  await requireSystemPackages([...RUNNER_PACKAGES, ...PICTURE_PACKAGES]);
  const folder = mkdtempSync(join(tmpdir(), 'devcapsules-vitepress-'));
  const stack = await startStack({ stateDir: join(folder, 'state'), runner: 'full', plan: 'enterprise' });
  try {
    const id = await step('A capsule, proven and published', () => publish(stack.url));
    const site = join(folder, 'site');
    cpSync(join(ROOT, 'examples/sites/vitepress'), site, { recursive: true });
    await step('VitePress', () => command('npm', ['install', '--no-audit', '--no-fund', '--prefix', site]));
    await step('Its site', () =>
      command('npm', ['run', 'build', '--prefix', site], {
        env: { DEVCAPSULES_URL: stack.url, CAPSULE_ID: id },
      }),
    );
    const host = await serve(join(site, 'docs/.vitepress/dist'));
    await step(`Solving it on ${host.url}`, () => solve(host.url)).finally(host.close);
    return 0;
  } finally {
    await stack.stop();
    rmSync(folder, { recursive: true });
  }
});

async function publish(url: string): Promise<string> {
  const author = new ApiUser(url);
  await author.enter({ email: 'ada@devcapsules.example', password: 'a-long-password', name: 'Ada' });
  const outcome = await publishCapsule(author, pair);
  if (!outcome.ok) throw new StepError(outcome.why);
  return outcome.id;
}

/** @throws Error when a verdict does not come, or the page reports anything */
async function solve(url: string): Promise<void> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1360, height: 1000 } });
    const problems: string[] = [];
    page.on('pageerror', error => problems.push(String(error)));
    page.on('console', message => {
      if (message.type() === 'error') problems.push(`${message.text()} ${message.location().url}`);
    });
    await page.goto(url);
    const frame = page.frameLocator('dev-capsule iframe');
    await frame.getByRole('button', { name: 'Submit', exact: true }).click();
    await frame.getByText(`2 of ${pair.tests.length}`).waitFor();
    await frame.locator('.cm-content').click();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(pair.solution);
    await frame.getByRole('button', { name: 'Submit', exact: true }).click();
    await frame.getByText(`${pair.tests.length} of ${pair.tests.length}`).waitFor();
    await page.evaluate(() => scrollTo(0, 0));
    await page.screenshot({ path: join(ROOT, 'docs/images/vitepress.png') });
    if (problems.length > 0) throw new Error(`The browser reported: ${problems.join('; ')}`);
  } finally {
    await browser.close();
  }
}

/** A static site, as any host of files serves it. */
async function serve(folder: string): Promise<{ url: string; close(): void }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site.example');
    const file = join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    if (!existsSync(file)) return response.writeHead(404).end();
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    return response.writeHead(200, { 'content-type': type }).end(readFileSync(file));
  });
  const port = await freePort();
  await new Promise<void>(done => server.listen(port, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
