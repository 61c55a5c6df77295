import { setTimeout as sleep } from 'node:timers/promises';
import type { Installation } from '../../../apps/api/test/platform/installation.ts';
import { COUNTED, type Tally } from './tally.ts';
import type { World } from './world.ts';

/** How long events may be on their way through their queue. */
const LATEST_MS = 60_000;
const POLL_MS = 2_000;

/** Lets the cron count what is left. @returns each number of analytics that is not the load generator's own, in words */
export async function compareBooks(
  installation: Installation,
  world: World,
  tally: Tally,
): Promise<string[]> {
  const untilMs = performance.now() + LATEST_MS;
  for (;;) {
    await installation.platform.tick();
    const differences = await differencesOf(installation, world, tally);
    if (differences.length === 0 || performance.now() > untilMs) return differences;
    await sleep(POLL_MS);
  }
}

async function differencesOf(
  installation: Installation,
  { creators, items }: World,
  tally: Tally,
): Promise<string[]> {
  const found: string[] = [];
  for (const { id, creator } of items) {
    const cookie = creators[creator] ?? '';
    const { totals } = await installation.ask(cookie, 'GET', `/analytics/capsules/${id}`);
    const own = tally.countsOf(id);
    for (const name of COUNTED) {
      if (totals[name] !== own[name])
        found.push(`${name} of ${id}: ${own[name]} happened, ${totals[name]} told`);
    }
  }
  return found;
}
