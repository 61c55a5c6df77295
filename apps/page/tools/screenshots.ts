import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { ApiUser } from '../../../tools/lib/api.ts';
import { publishCapsule } from '../../../tools/lib/capsules.ts';
import { launchChromium } from '../../../tools/lib/chromium.ts';
import { command, ROOT } from '../../../tools/lib/command.ts';
import { ownFolders, readExamples } from '../../../tools/lib/examples.ts';
import { startStack } from '../../../tools/lib/stack.ts';
import { main, StepError, step } from '../../../tools/lib/steps.ts';
import { PICTURE_PACKAGES, RUNNER_PACKAGES, requireSystemPackages } from '../../../tools/lib/system.ts';
import { enterCode, press } from '../test/support/actions.ts';
import { bikes, lineDocument, PAIR_SOLVED, pairDocument } from '../test/support/capsules.ts';

/** Takes the pictures in docs/images from the real page, on a stack of its own. */
const FOLDER = join(ROOT, 'docs/images');
const SHOWN_A_FOLDER = 4;
const AUTHOR = { email: 'author@devcapsules.example', password: 'a-long-password', name: 'Ada' };
const FORGETS_POSITIONS = PAIR_SOLVED.trimEnd().replace(
  'return [seen[total - price], position]',
  'return [position, seen[total - price]]',
);

interface Shot {
  name: string;
  path: string;
  dark?: boolean;
  width?: number;
  height: number;
  act?: (page: Page) => Promise<unknown>;
}

await main(async () => {
  await requireSystemPackages([...RUNNER_PACKAGES, ...PICTURE_PACKAGES]);
  const stateDir = mkdtempSync(join(tmpdir(), 'devcapsules-pictures-'));
  const stack = await startStack({ stateDir, runner: 'full', plan: 'enterprise' });
  const browser = await launchChromium();
  try {
    const { pair, query } = await step('Capsules', () => publishAll(stack.url));
    const solve = async (page: Page) => {
      await enterCode(page, PAIR_SOLVED.trimEnd());
      await press(page, 'Submit');
    };
    const shots: Shot[] = [
      { name: 'list', path: '/', height: 800, act: page => page.locator('.cards li').first().waitFor() },
      { name: 'solved', path: pair, height: 800, act: solve },
      { name: 'solved-dark', path: pair, height: 800, dark: true, act: solve },
      {
        name: 'wrong',
        path: pair,
        height: 870,
        act: async page => {
          await enterCode(page, FORGETS_POSITIONS);
          await press(page, 'Submit');
        },
      },
      {
        name: 'sql',
        path: query,
        height: 1000,
        act: async page => {
          await enterCode(page, bikes.capsule.solution.trimEnd());
          await press(page, 'Submit');
          await page.locator('summary.test-title').first().click();
        },
      },
      {
        name: 'phone',
        path: pair,
        width: 375,
        height: 812,
        act: async page => {
          await solve(page);
          await page.locator('.status').scrollIntoViewIfNeeded();
        },
      },
    ];
    mkdirSync(FOLDER, { recursive: true });
    for (const shot of shots) await step(shot.name, () => take(browser, stack.url, shot));
    const files = shots.map(({ name }) => join(FOLDER, `${name}.png`));
    await step('Compression', () =>
      command('pngquant', ['--force', '--skip-if-larger', '--ext', '.png', ...files]),
    );
  } finally {
    await browser.close();
    await stack.stop();
    rmSync(stateDir, { recursive: true });
  }
  return 0;
});

/** Publishes a choice of the examples and returns where the two that are shown stand. */
async function publishAll(url: string): Promise<{ pair: string; query: string }> {
  const author = new ApiUser(url);
  await author.enter(AUTHOR);
  const publish = async (document: object) => {
    const outcome = await publishCapsule(author, document);
    if (!outcome.ok) throw new StepError(outcome.why);
    return `/c/${outcome.id}`;
  };
  const paths = new Map<string, string>();
  for (const folder of ownFolders()) {
    for (const { file, capsule } of readExamples(folder).slice(0, SHOWN_A_FOLDER)) {
      paths.set(file, await publish(capsule));
    }
  }
  await publish(lineDocument);
  return { query: paths.get(bikes.file) ?? '/', pair: await publish(pairDocument) };
}

async function take(browser: Browser, url: string, shot: Shot): Promise<void> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: shot.width ?? 1280, height: shot.height },
    colorScheme: shot.dark ? 'dark' : 'light',
  });
  const page = await context.newPage();
  await page.goto(shot.path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await shot.act?.(page);
  await page.mouse.move(0, 0);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.screenshot({ path: join(FOLDER, `${shot.name}.png`) });
  await context.close();
}
