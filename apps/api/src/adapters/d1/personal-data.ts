import { z } from 'zod';
import type { PersonalData, PersonalRecord } from '../../ports/personal-data.ts';

const ROWS_A_BATCH = 100;

/** What is given out: a kind, and its rows by the user's id, in an order that stays. */
const KINDS: Record<string, string> = {
  account:
    'SELECT id, email, email_verified, name, image, plan, created_at, updated_at FROM users WHERE id = ?1 ORDER BY id',
  sign_in: 'SELECT provider_id, account_id, created_at FROM accounts WHERE user_id = ?1 ORDER BY id',
  identity: 'SELECT issuer, subject, created_at FROM identities WHERE user_id = ?1 ORDER BY issuer, subject',
  session:
    'SELECT id, ip_address, user_agent, created_at, expires_at FROM sessions WHERE user_id = ?1 ORDER BY id',
  api_key:
    'SELECT id, name, start, scopes, created_at, expires_at, last_used_at, revoked_at FROM api_keys WHERE user_id = ?1 ORDER BY id',
  mail: 'SELECT kind, recipient, subject, state, created_at FROM mails WHERE user_id = ?1 ORDER BY created_at, id',
  capsule:
    'SELECT id, title, version, published_version, quality_score, allowed_origins, created_at, updated_at, deleted_at FROM capsules WHERE creator_id = ?1 ORDER BY id',
  capsule_version:
    'SELECT v.* FROM capsule_versions AS v JOIN capsules AS c ON c.id = v.capsule_id WHERE c.creator_id = ?1 ORDER BY v.capsule_id, v.version',
  proof:
    'SELECT p.* FROM proofs AS p JOIN capsules AS c ON c.id = p.capsule_id WHERE c.creator_id = ?1 ORDER BY p.capsule_id, p.content_hash',
  course: 'SELECT * FROM courses WHERE creator_id = ?1 ORDER BY id',
  asset:
    'SELECT capsule_id, name, content_type, bytes, sha256, updated_at FROM assets WHERE owner_id = ?1 ORDER BY capsule_id, name',
  progress: 'SELECT * FROM progress WHERE learner = ?1 OR user_id = ?1 ORDER BY capsule_id',
  submission: 'SELECT * FROM submissions WHERE learner = ?1 OR user_id = ?1 ORDER BY created_at, id',
  event: 'SELECT * FROM capsule_events WHERE learner = ?1 OR user_id = ?1 ORDER BY seq',
  learning: 'SELECT * FROM capsule_learners WHERE learner = ?1 ORDER BY capsule_id',
  hint: 'SELECT * FROM hints_given WHERE learner = ?1 OR user_id = ?1 ORDER BY created_at, id',
  generation: 'SELECT * FROM generation_logs WHERE user_id = ?1 ORDER BY created_at, id',
  usage: 'SELECT kind, day, used FROM quota_usage WHERE key = ?1 ORDER BY day, kind',
};
/** Columns that hold JSON as text. */
const JSON_COLUMNS = new Set([
  'content',
  'evidence',
  'scopes',
  'items',
  'metadata',
  'calls',
  'allowed_origins',
]);
const REFERENCE = /blob:sha256:([0-9a-f]{64})/g;

const contents = z.array(z.object({ content: z.string() }));
const ids = z.array(z.object({ id: z.string() }));

/** {@link PersonalData} on D1. */
export function d1PersonalData(db: D1Database): PersonalData {
  const idsOf = async (query: string, userId: string) => {
    const { results } = await db.prepare(query).bind(userId).all();
    return ids.parse(results).map(({ id }) => id);
  };

  return {
    async *read(userId) {
      for (const [kind, query] of Object.entries(KINDS)) {
        for (let offset = 0; ; offset += ROWS_A_BATCH) {
          const statement = db.prepare(`${query} LIMIT ${ROWS_A_BATCH} OFFSET ${offset}`).bind(userId);
          const { results } = await statement.all<PersonalRecord>();
          if (results.length > 0) yield { kind, rows: results.map(readable) };
          if (results.length < ROWS_A_BATCH) break;
        }
      }
    },

    capsuleIds: userId => idsOf('SELECT id FROM capsules WHERE creator_id = ?', userId),
    generationIds: userId => idsOf('SELECT id FROM generation_logs WHERE user_id = ?', userId),

    async scriptHashes(userId) {
      const { results } = await db
        .prepare(
          `SELECT v.content FROM capsule_versions AS v JOIN capsules AS c ON c.id = v.capsule_id
           WHERE c.creator_id = ? AND instr(v.content, 'blob:sha256:') > 0`,
        )
        .bind(userId)
        .all();
      const found = contents.parse(results).flatMap(({ content }) => [...content.matchAll(REFERENCE)]);
      return [...new Set(found.flatMap(([, hash]) => hash ?? []))];
    },

    async isScriptUsed(hash) {
      const found = await db
        .prepare('SELECT 1 FROM capsule_versions WHERE instr(content, ?) > 0 LIMIT 1')
        .bind(`blob:sha256:${hash}`)
        .first();
      return found !== null;
    },

    async hasPassword(userId) {
      const found = await db
        .prepare('SELECT 1 FROM accounts WHERE user_id = ? AND password IS NOT NULL')
        .bind(userId)
        .first();
      return found !== null;
    },

    async erase({ userId, email }) {
      const run = (statement: string, ...values: string[]) => db.prepare(statement).bind(...values);
      await db.batch([
        run('DELETE FROM submissions WHERE learner = ?1 OR user_id = ?1', userId),
        run('DELETE FROM capsules WHERE creator_id = ?', userId),
        run('DELETE FROM quota_usage WHERE key = ?', userId),
        run('DELETE FROM dead_letters WHERE instr(body, ?) > 0 OR instr(body, ?) > 0', userId, email),
        run('DELETE FROM verifications WHERE instr(value, ?) > 0 OR instr(identifier, ?) > 0', userId, email),
        run("UPDATE flags SET updated_by = '' WHERE updated_by = ?", email),
        run("UPDATE model_circuit SET budget_set_by = '' WHERE budget_set_by = ?", email),
        run('DELETE FROM users WHERE id = ?', userId),
      ]);
    },
  };
}

function readable(row: PersonalRecord): PersonalRecord {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      JSON_COLUMNS.has(column) && typeof value === 'string' ? JSON.parse(value) : value,
    ]),
  );
}
