import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Cookie, Page } from 'playwright-core';
import { ApiUser } from '../../../tools/lib/api.ts';
import { publishCapsule } from '../../../tools/lib/capsules.ts';
import { launchChromium } from '../../../tools/lib/chromium.ts';
import { command, ROOT } from '../../../tools/lib/command.ts';
import { ownFolders, readExamples } from '../../../tools/lib/examples.ts';
import { startStack } from '../../../tools/lib/stack.ts';
import { main, StepError, step } from '../../../tools/lib/steps.ts';
import { PICTURE_PACKAGES, RUNNER_PACKAGES, requireSystemPackages } from '../../../tools/lib/system.ts';
import { PAIR, WEAK } from '../test/support/capsules.ts';

/** Takes the pictures in docs/images/dashboard from the real pages, on a stack of its own. */
const FOLDER = join(ROOT, 'docs/images/dashboard');
const SHOWN_A_FOLDER = 1;
const AUTHOR = { email: 'ada@devcapsules.example', password: 'a-long-password', name: 'Ada' };
const TIMEOUT_MS = 60_000;

interface Shot {
  name: string;
  path: string;
  anonymous?: boolean;
  dark?: boolean;
  width?: number;
  height?: number;
  act?: (page: Page) => Promise<unknown>;
}

await main(async () => {
  await requireSystemPackages([...RUNNER_PACKAGES, ...PICTURE_PACKAGES]);
  const stateDir = mkdtempSync(join(tmpdir(), 'devcapsules-pictures-'));
  const stack = await startStack({
    stateDir,
    runner: 'full',
    plan: 'enterprise',
    dashboard: true,
    adminEmail: AUTHOR.email,
  });
  const browser = await launchChromium();
  try {
    const { pair, weak, course } = await step('Capsules', () => fill(stack.url));
    await step('Learners', () => learn(stack.url, stack.apiUrl, pair));
    mkdirSync(FOLDER, { recursive: true });
    const shots = shotsOf({ pair, weak, course });
    const cookies = await signIn(browser, stack.url);
    for (const shot of shots) await step(shot.name, () => take(browser, stack.url, shot, cookies));
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

interface Ids {
  pair: string;
  weak: string;
  course: string;
}

function shotsOf({ pair, weak, course }: Ids): Shot[] {
  const studio = `/studio/c/${weak}`;
  const prove = async (page: Page) => {
    await page.getByRole('button', { name: 'Prove' }).click();
    await page.getByText('What the tests don’t notice').waitFor();
  };
  const tab = (name: string) => async (page: Page) => {
    await page.getByRole('tab', { name }).click();
    await page.waitForTimeout(800);
  };
  const solve = (page: Page) => page.getByRole('button', { name: 'Submit' }).waitFor();
  return [
    { name: 'landing', path: '/', anonymous: true },
    { name: 'landing-dark', path: '/', anonymous: true, dark: true },
    { name: 'landing-phone', path: '/', anonymous: true, width: 390, height: 844 },
    { name: 'explore', path: '/explore' },
    { name: 'explore-dark', path: '/explore', dark: true },
    { name: 'explore-phone', path: '/explore', width: 390, height: 844 },
    { name: 'capsule', path: `/c/${pair}`, act: solve },
    { name: 'capsule-dark', path: `/c/${pair}`, dark: true, act: solve },
    { name: 'sign-up', path: '/sign-up', anonymous: true },
    { name: 'library', path: '/studio' },
    { name: 'library-grid-dark', path: '/studio?view=grid', dark: true },
    { name: 'new', path: '/studio/new' },
    {
      name: 'generated',
      path: '/studio/new',
      act: async page => {
        await page.getByLabel('What should be practised?').fill('Find the longest word of a text');
        await page.getByRole('button', { name: 'Generate' }).click();
        await page.getByText('The parts agree').waitFor();
      },
    },
    { name: 'studio-proof', path: studio, act: prove },
    { name: 'studio-code-dark', path: studio, dark: true, act: tab('Code') },
    { name: 'studio-tests', path: studio, act: tab('Tests') },
    { name: 'studio-embed', path: `/studio/c/${pair}`, act: tab('Embed') },
    { name: 'studio-phone', path: studio, width: 390, height: 844 },
    { name: 'analytics', path: '/studio/analytics' },
    { name: 'analytics-capsule', path: `/studio/analytics/${pair}`, height: 1100 },
    { name: 'analytics-capsule-dark', path: `/studio/analytics/${pair}`, dark: true, height: 1100 },
    { name: 'course-editor', path: `/studio/courses/${course}` },
    { name: 'course', path: `/courses/${course}` },
    { name: 'account', path: '/account', height: 1100 },
    { name: 'admin', path: '/admin' },
  ];
}

/** What an author has: published examples, a draft, a course. */
async function fill(url: string): Promise<Ids> {
  const author = new ApiUser(url);
  await author.enter(AUTHOR);
  const publish = async (document: object) => {
    const outcome = await publishCapsule(author, document);
    if (!outcome.ok) throw new StepError(outcome.why);
    return outcome.id;
  };
  const ids: string[] = [];
  for (const folder of ownFolders()) {
    for (const { capsule } of readExamples(folder).slice(0, SHOWN_A_FOLDER)) ids.push(await publish(capsule));
  }
  const pair = await publish(PAIR);
  const weak = ((await author.post('/capsules', WEAK)) as { id: string }).id;
  const items = [pair, ...ids.slice(0, 3)].map((capsuleId, i) => ({
    capsuleId,
    requires: i === 2 ? [pair] : [],
    optional: i === 3,
  }));
  const body = {
    title: 'First steps with data',
    description: 'Four exercises, from lists to queries.',
    items,
  };
  const course = ((await author.post('/courses', body)) as { id: string }).id;
  await author.post(`/courses/${course}/publish`);
  return { pair, weak, course };
}

/** A dozen learners try; most get there. Then the cron counts. */
async function learn(url: string, apiUrl: string, capsuleId: string): Promise<void> {
  const wrong = 'def pair_with_sum(prices, total):\n    return [0, 1]\n';
  const broken = 'def pair_with_sum(prices, total):\n    return prices[total]\n';
  for (let i = 0; i < 12; i++) {
    const learner = new ApiUser(url);
    await learner.enter({
      email: `learner-${i}@devcapsules.example`,
      password: 'a-long-password',
      name: `Learner ${i}`,
    });
    await learner.get(`/capsules/${capsuleId}`);
    await learner.post(`/capsules/${capsuleId}/run`, { source_code: broken });
    if (i % 5 !== 0) await learner.post(`/capsules/${capsuleId}/submit`, { source_code: wrong });
    if (i % 3 !== 0) await learner.post(`/capsules/${capsuleId}/submit`, { source_code: PAIR.solution });
  }
  // The queue hands events over in batches.
  await new Promise(resolve => setTimeout(resolve, 5_000));
  await fetch(`${apiUrl}/cdn-cgi/handler/scheduled?cron=${encodeURIComponent('*/15 * * * *')}`);
}

async function signIn(browser: Browser, url: string): Promise<Cookie[]> {
  const context = await browser.newContext({ baseURL: url });
  const { email, password } = AUTHOR;
  await context.request.post('/api/v1/auth/sign-in/email', { data: { email, password } });
  const cookies = await context.cookies();
  await context.close();
  return cookies;
}

async function take(browser: Browser, url: string, shot: Shot, cookies: Cookie[]): Promise<void> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: shot.width ?? 1360, height: shot.height ?? 860 },
    colorScheme: shot.dark ? 'dark' : 'light',
  });
  context.setDefaultTimeout(TIMEOUT_MS);
  if (!shot.anonymous) await context.addCookies(cookies);
  const page = await context.newPage();
  await page.goto(shot.path);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await shot.act?.(page);
  await page.mouse.move(0, 0);
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(FOLDER, `${shot.name}.png`) });
  await context.close();
}
