import { sha256 } from '@devcapsules/capsule/hash';
import type { Deps } from '../../deps.ts';
import { AppError } from '../../errors/app-error.ts';
import { type Actor, learnerOf } from '../../ports/actor.ts';
import type { CLIENT_EVENT_TYPES, NewEvent } from '../../ports/events.ts';
import { learnerEvent } from './learner-event.ts';

/** A page may send what it kept while it was offline; what is older is taken to be of then. */
const MAX_AGE_MS = 86_400_000;
const WINDOW_SECONDS = 60;

/** What a page tells. `id` is its own, so that sending it again changes nothing. */
export interface TrackedEvent {
  id: string;
  capsuleId: string;
  type: (typeof CLIENT_EVENT_TYPES)[number];
  at?: string | undefined;
  session?: string | undefined;
  durationMs?: number | undefined;
}

export interface Tracked {
  accepted: number;
  /** Of capsules that are not published or the asker's own. */
  dropped: number;
}

/**
 * Takes events from a page. Of which learners and capsules they are kept is decided by chance once, so that a
 * learner's way is kept whole or not at all; those that are kept count for the others.
 * @throws AppError RATE_LIMITED
 */
export async function trackEvents(
  {
    deps,
    actor,
  }: { deps: Pick<Deps, 'eventStore' | 'events' | 'flags' | 'rateLimiter' | 'runtime'>; actor: Actor },
  told: TrackedEvent[],
): Promise<Tracked> {
  const learner = learnerOf(actor);
  if (!(await deps.rateLimiter.allow('tracking', learner))) {
    throw new AppError('RATE_LIMITED', { retryAfterSeconds: WINDOW_SECONDS });
  }
  const creators = await deps.eventStore.creatorsOf([...new Set(told.map(({ capsuleId }) => capsuleId))]);
  const accepted = told.filter(({ capsuleId }) => {
    const creator = creators.get(capsuleId);
    return creator !== undefined && creator !== learner;
  });
  const rate = await deps.flags.get('tracking.sample_rate');
  const now = deps.runtime.now().getTime();
  const kept: NewEvent[] = [];
  for (const event of accepted) {
    if ((await shareOf(`${learner} ${event.capsuleId}`)) >= rate) continue;
    const { id, capsuleId, type, at, session = null, durationMs = null } = event;
    kept.push({
      ...learnerEvent(actor, capsuleId, type),
      id: `page-${(await sha256(`${learner} ${capsuleId} ${id}`)).slice(0, 40)}`,
      createdAt: new Date(clamp(at === undefined ? now : Date.parse(at), now)).toISOString(),
      weight: 1 / rate,
      ...{ session, durationMs },
    });
  }
  deps.events.record(...kept);
  return { accepted: accepted.length, dropped: told.length - accepted.length };
}

const clamp = (ms: number, now: number) => Math.min(now, Math.max(now - MAX_AGE_MS, ms));

/** Where in [0, 1) a name lies, always the same. */
async function shareOf(name: string): Promise<number> {
  return Number.parseInt((await sha256(`sample ${name}`)).slice(0, 8), 16) / 2 ** 32;
}
