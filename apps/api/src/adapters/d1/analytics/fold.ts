import { type SQL, sql } from 'drizzle-orm';
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core';
import type { EventFold } from '../../../ports/analytics.ts';

/** Kinds of errors kept a capsule; rarer ones give way. */
const ERRORS_KEPT = 100;

/**
 * {@link EventFold} on D1. Every statement of the batch takes the events behind the watermark as it is then, and the
 * last moves it: D1 runs batches as transactions one after the other, so a fold that is repeated, or that another one
 * overtook, finds nothing behind the watermark, and one that is cut off has done nothing. Sequence numbers are given
 * by that same order, so none turns up below the watermark later.
 */
export function d1EventFold(db: D1Database): EventFold {
  const dialect = new SQLiteAsyncDialect();
  // Drizzle can't batch statements that it did not build.
  const prepare = (statement: SQL) => {
    const { sql: text, params } = dialect.sqlToQuery(statement);
    return db.prepare(text).bind(...params);
  };

  return {
    async fold(limit, at) {
      const next = await prepare(sql`
        SELECT max(seq) AS target, count(*) AS n FROM (
          SELECT seq FROM capsule_events WHERE seq > (SELECT watermark FROM event_fold) ORDER BY seq LIMIT ${limit}
        )`).first<{ target: number | null; n: number }>();
      if (next?.target == null) return 0;
      const { target, n } = next;
      await db.batch(statements(target, at).map(prepare));
      return n;
    },

    async prune(before, limit) {
      const { meta } = await prepare(sql`
        DELETE FROM capsule_events WHERE seq IN (
          SELECT seq FROM capsule_events
          WHERE created_at < ${before} AND seq <= (SELECT watermark FROM event_fold)
          ORDER BY created_at LIMIT ${limit}
        )`).run();
      return meta.changes;
    },
  };
}

function statements(target: number, at: string): SQL[] {
  const events = sql`
    e AS (SELECT * FROM capsule_events WHERE seq > (SELECT watermark FROM event_fold) AND seq <= ${target})`;
  return [
    learners(events),
    stats(events),
    days(events),
    sql`
      WITH ${events}
      INSERT INTO capsule_version_attempts (capsule_id, version, submissions)
      SELECT capsule_id, json_extract(metadata, '$.version') AS version, count(*) FROM e
      WHERE event_type IN ('test_pass', 'test_fail') AND json_extract(metadata, '$.version') IS NOT NULL
      GROUP BY capsule_id, version
      ON CONFLICT DO UPDATE SET submissions = submissions + excluded.submissions`,
    sql`
      WITH ${events}
      INSERT INTO capsule_test_failures (capsule_id, version, test, failures)
      SELECT e.capsule_id, json_extract(e.metadata, '$.version') AS version, failed.value, count(*)
      FROM e, json_each(e.metadata, '$.failed') AS failed
      WHERE e.event_type = 'test_fail' AND json_extract(e.metadata, '$.version') IS NOT NULL
      GROUP BY e.capsule_id, version, failed.value
      ON CONFLICT DO UPDATE SET failures = failures + excluded.failures`,
    ...errors(events),
    learnerCounts(events, at),
    sql`UPDATE event_fold SET watermark = max(watermark, ${target}), folded_at = ${at}`,
  ];
}

/** The earlier of what is known and what is new, either of which may be null. */
const earlier = (column: string) =>
  sql.raw(
    `${column} = min(coalesce(capsule_learners.${column}, excluded.${column}), coalesce(excluded.${column}, capsule_learners.${column}))`,
  );

/** An event tells of its own step, and of those it can't be without. */
const firstOf = (...types: string[]) =>
  sql.raw(`min(CASE WHEN event_type IN (${types.map(type => `'${type}'`).join(', ')}) THEN created_at END)`);

function learners(events: SQL): SQL {
  return sql`
    WITH ${events}, ranked AS (
      SELECT *, min(CASE WHEN event_type = 'test_pass' THEN seq END) OVER (PARTITION BY capsule_id, learner) AS pass_seq
      FROM e WHERE learner IS NOT NULL AND event_type <> 'impression'
    )
    INSERT INTO capsule_learners
      (capsule_id, learner, viewed_at, edited_at, edit_weight, ran_at, submitted_at, passed_at, attempts, attempts_to_pass, hints)
    SELECT capsule_id, learner,
      ${firstOf('view')}, ${firstOf('edit')},
      coalesce(max(CASE WHEN event_type = 'edit' THEN weight END), 0),
      ${firstOf('run')}, ${firstOf('submit', 'test_pass', 'test_fail')}, ${firstOf('test_pass')},
      sum(event_type IN ('test_pass', 'test_fail')),
      CASE WHEN max(pass_seq) IS NOT NULL
        THEN sum(event_type IN ('test_pass', 'test_fail') AND seq <= pass_seq) END,
      sum(event_type = 'hint')
    FROM ranked WHERE true GROUP BY capsule_id, learner
    ON CONFLICT DO UPDATE SET
      ${earlier('viewed_at')}, ${earlier('edited_at')}, ${earlier('ran_at')}, ${earlier('submitted_at')},
      ${earlier('passed_at')},
      edit_weight = max(capsule_learners.edit_weight, excluded.edit_weight),
      attempts_to_pass =
        coalesce(capsule_learners.attempts_to_pass, capsule_learners.attempts + excluded.attempts_to_pass),
      attempts = capsule_learners.attempts + excluded.attempts,
      hints = capsule_learners.hints + excluded.hints`;
}

const COUNTS = {
  impressions: `'impression'`,
  views: `'view'`,
  edits: `'edit'`,
  submissions: `'test_pass', 'test_fail'`,
  passes: `'test_pass'`,
  hints: `'hint'`,
};
const RUNS = `'run', 'test_pass', 'test_fail'`;
const weighed = (types: string) => `sum(CASE WHEN event_type IN (${types}) THEN weight ELSE 0 END)`;

function stats(events: SQL): SQL {
  return counts(events, { table: 'capsule_stats', runs: 'total_runs', key: '', value: '' });
}

function days(events: SQL): SQL {
  return counts(events, {
    table: 'capsule_days',
    runs: 'runs',
    key: ', day',
    value: ', substr(created_at, 1, 10) AS day',
  });
}

function counts(events: SQL, into: { table: string; runs: string; key: string; value: string }): SQL {
  const columns = { ...COUNTS, [into.runs]: RUNS };
  const names = Object.keys(columns);
  return sql`
    WITH ${events} ${sql.raw(`
    INSERT INTO ${into.table} (capsule_id${into.key}, ${names.join(', ')})
    SELECT capsule_id${into.value}, ${Object.values(columns).map(weighed).join(', ')}
    FROM e WHERE true GROUP BY capsule_id${into.key}
    ON CONFLICT DO UPDATE SET
      ${names.map(name => `${name} = ${into.table}.${name} + excluded.${name}`).join(', ')}`)}`;
}

function errors(events: SQL): SQL[] {
  return [
    sql`
      WITH ${events}
      INSERT INTO capsule_errors (capsule_id, message, verdict, sample, count, first_at, last_at)
      SELECT capsule_id, json_extract(metadata, '$.error.message') AS message,
        min(json_extract(metadata, '$.verdict')), min(json_extract(metadata, '$.error.sample')),
        count(*), min(created_at), max(created_at)
      FROM e WHERE event_type = 'test_fail' AND json_extract(metadata, '$.error.message') IS NOT NULL
      GROUP BY capsule_id, message
      ON CONFLICT DO UPDATE SET count = count + excluded.count,
        first_at = min(first_at, excluded.first_at), last_at = max(last_at, excluded.last_at)`,
    sql`
      WITH ${events}, ranked AS (
        SELECT capsule_id, message,
          row_number() OVER (PARTITION BY capsule_id ORDER BY count DESC, last_at DESC) AS place
        FROM capsule_errors WHERE capsule_id IN (SELECT capsule_id FROM e WHERE event_type = 'test_fail')
      )
      DELETE FROM capsule_errors WHERE (capsule_id, message) IN (
        SELECT capsule_id, message FROM ranked WHERE place > ${ERRORS_KEPT}
      )`,
  ];
}

/** Of the capsules that something happened to: learners are rows, so that nobody is counted twice. */
function learnerCounts(events: SQL, at: string): SQL {
  return sql`
    WITH ${events}, counted AS (
      SELECT capsule_id, sum(coalesce(ran_at, submitted_at) IS NOT NULL) AS learners, sum(passed_at IS NOT NULL) AS passed
      FROM capsule_learners WHERE capsule_id IN (SELECT capsule_id FROM e) GROUP BY capsule_id
    )
    UPDATE capsule_stats SET
      learners = coalesce((SELECT learners FROM counted c WHERE c.capsule_id = capsule_stats.capsule_id), 0),
      learners_passed = coalesce((SELECT passed FROM counted c WHERE c.capsule_id = capsule_stats.capsule_id), 0),
      completion_rate = coalesce(
        (SELECT 1.0 * passed / nullif(learners, 0) FROM counted c WHERE c.capsule_id = capsule_stats.capsule_id), 0),
      last_computed = ${at}
    WHERE capsule_id IN (SELECT capsule_id FROM e)`;
}
