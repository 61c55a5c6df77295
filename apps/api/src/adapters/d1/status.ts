import { z } from 'zod';
import type { StoredStatus } from '../../ports/status.ts';

const row = z.object({
  dead_letters: z.number(),
  uncounted: z.number(),
  counted_at: z.string().nullable(),
  generations_queued: z.number(),
  generations_running: z.number(),
  generation_since: z.string().nullable(),
  mails_queued: z.number(),
  mail_since: z.string().nullable(),
});

/** One statement; every count is of what waits, which an index finds or which is little. */
const QUERY = `SELECT
  (SELECT count(*) FROM dead_letters WHERE replayed_at IS NULL) AS dead_letters,
  (SELECT count(*) FROM capsule_events WHERE seq > (SELECT watermark FROM event_fold WHERE id = 1)) AS uncounted,
  (SELECT folded_at FROM event_fold WHERE id = 1) AS counted_at,
  (SELECT count(*) FROM generation_logs WHERE outcome = 'queued') AS generations_queued,
  (SELECT count(*) FROM generation_logs WHERE outcome = 'running') AS generations_running,
  (SELECT min(created_at) FROM generation_logs WHERE outcome = 'queued') AS generation_since,
  (SELECT count(*) FROM mails WHERE state = 'queued') AS mails_queued,
  (SELECT min(created_at) FROM mails WHERE state = 'queued') AS mail_since`;

/** What waits in D1, and how large it is. */
export async function readStoredStatus(db: D1Database): Promise<StoredStatus> {
  const { results, meta } = await db.prepare(QUERY).all();
  const read = row.parse(results[0]);
  return {
    databaseBytes: meta.size_after,
    deadLetters: read.dead_letters,
    events: { uncounted: read.uncounted, countedAt: read.counted_at },
    generations: {
      queued: read.generations_queued,
      running: read.generations_running,
      oldestQueuedAt: read.generation_since,
    },
    mails: { queued: read.mails_queued, oldestQueuedAt: read.mail_since },
  };
}
