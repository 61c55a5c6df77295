import { Client } from './client.ts';
import type { Tally } from './tally.ts';
import type { Item } from './world.ts';

/** How often learners do what not everybody does. */
const SHARES = { sentTwice: 0.2, runs: 0.6, fails: 0.6, asks: 0.4, solves: 0.75, saves: 0.5 };

/** One learner with one capsule, from the first look to giving up or the right answer, and what that must count for. */
export async function visit(url: string, item: Item, random: () => number, tally: Tally): Promise<void> {
  const learner = new Client(url, tally);
  const path = `/api/v1/capsules/${item.id}`;
  const counts = tally.countsOf(item.id);
  const decides = (share: number) => random() < share;
  const wrong = item.wrong[Math.floor(random() * item.wrong.length)] ?? '';

  const { token } = await learner.ask('learner token', 'POST', '/api/v1/learners');
  learner.knownAs(token);
  await learner.ask('capsule', 'GET', path);
  counts.views++;
  const edits = 1 + Math.floor(random() * 3);
  await track(['impression', ...Array.from({ length: edits }, () => 'edit')]);
  counts.impressions++;
  counts.edits += edits;

  const runs = decides(SHARES.runs);
  if (runs) {
    const source_code = decides(0.5) ? item.right : wrong;
    const { judgement } = await learner.ask(`run (${item.language})`, 'POST', `${path}/run`, { source_code });
    counts.totalRuns++;
    if (source_code === item.right && judgement.verdict !== 'accepted')
      tally.fault(`wrong: the reference of ${item.id} ran with ${judgement.verdict}`);
  }
  let attempts = 0;
  if (decides(SHARES.fails)) await submit(wrong, false);
  if (decides(SHARES.asks)) {
    const { hint } = await learner.ask('hint', 'POST', '/api/v1/mentor/hint', { capsuleId: item.id });
    if (hint) counts.hints++;
  }
  if (decides(SHARES.saves))
    await learner.ask('draft', 'PUT', `/api/v1/progress/${item.id}/draft`, { source_code: wrong });
  const solves = decides(SHARES.solves);
  if (solves) await submit(item.right, true);

  if (runs || attempts > 0) counts.learners++;
  if (solves) counts.learnersPassed++;
  if (attempts > 0) {
    const progress = await learner.ask('progress', 'GET', `/api/v1/progress/${item.id}`);
    if (progress?.attempts !== attempts || (progress.status === 'solved') !== solves)
      tally.fault(`lost: ${attempts} submissions, ${solves}, but progress ${JSON.stringify(progress)}`);
  }

  async function submit(source_code: string, passes: boolean): Promise<void> {
    const what = `submit (${item.language})`;
    const { verdict } = await learner.ask(what, 'POST', `${path}/submit`, { source_code });
    attempts++;
    counts.totalRuns++;
    counts.submissions++;
    if (passes) counts.passes++;
    if ((verdict === 'accepted') !== passes)
      tally.fault(`wrong: ${verdict} for what ${passes ? 'passes' : 'does not pass'} ${item.id}`);
  }

  async function track(types: string[]): Promise<void> {
    const events = types.map(type => ({ id: crypto.randomUUID(), capsuleId: item.id, type }));
    await learner.ask('track', 'POST', '/api/v1/analytics/track', { events });
    // A page that heard nothing sends again; this must not count.
    if (decides(SHARES.sentTwice)) await learner.ask('track', 'POST', '/api/v1/analytics/track', { events });
  }
}
