import { globSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { contentHash } from '@devcapsules/capsule/hash';
import { parseCapsule } from '@devcapsules/capsule/schema/parse';

/** Words of titles and statements; how often each stands in a statement is what a search's cost depends on. */
const WORDS = {
  /** In every second capsule. */
  common: 'list',
  /** In every hundredth. */
  seldom: 'parallelogram',
  others:
    'count words rows keys path tree graph queue stack sort merge split find replace sum mean median letters'.split(
      ' ',
    ),
};
const LANGUAGES = ['python', 'javascript', 'java', 'c', 'cpp', 'sql'] as const;
const DIFFICULTIES = ['EASY', 'MEDIUM', 'HARD'] as const;

export const SEARCHES = {
  common: WORDS.common,
  seldom: WORDS.seldom,
  beginning: 'parall',
  none: 'zzzznothing',
};

/**
 * Fills the library of a stopped stack up to a size with published capsules that differ in their words, language,
 * difficulty, tags and date. They are copies of one that is real, so that each can be read and solved.
 */
export async function fillLibrary(
  stateDir: string,
  creatorId: string,
  document: object,
  size: number,
): Promise<void> {
  const [file] = globSync('cloudflare/v3/d1/**/*.sqlite', { cwd: stateDir }).filter(
    name => !name.includes('metadata'),
  );
  if (file === undefined) throw new Error(`there is no database below ${stateDir}`);
  const db = new DatabaseSync(join(stateDir, file));
  const have = Number(db.prepare('SELECT count(*) AS n FROM capsules').get()?.n);
  const capsule = db.prepare(
    `INSERT INTO capsules (id, creator_id, title, description, type, difficulty, language, test_count, tags, content,
       content_hash, version, published_version, quality_score, is_published, created_at, updated_at)
     VALUES (?, ?, ?, '', ?, ?, ?, 4, ?, ?, ?, 1, 1, 1, 1, ?, ?)`,
  );
  const version = db.prepare('INSERT INTO capsule_versions VALUES (?, 1, ?, ?, ?)');
  db.exec('BEGIN');
  for (let n = have; n < size; n++) {
    const { title, statement, tags, language, difficulty } = variation(n);
    const parsed = parseCapsule({ ...document, title, statement, tags });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const content = JSON.stringify(parsed.capsule);
    const hash = await contentHash(parsed.capsule);
    const at = new Date(Date.UTC(2025, 0, 1) + n * 60_000).toISOString();
    const id = `bench-${n}`;
    const type = language === 'sql' ? 'SQL' : 'CODE';
    // The version stands first in what is indexed, so it is written first; the reference is checked at the end.
    db.exec('PRAGMA defer_foreign_keys = ON');
    version.run(id, content, hash, at);
    capsule.run(
      id,
      creatorId,
      title,
      type,
      difficulty,
      language,
      JSON.stringify(tags),
      content,
      hash,
      at,
      at,
    );
  }
  db.exec('COMMIT');
  db.close();
}

function variation(n: number) {
  const word = (salt: number) => WORDS.others[(n * salt + (n >> 4)) % WORDS.others.length] ?? 'word';
  const text = [
    ...(n % 2 === 0 ? [WORDS.common] : []),
    ...(n % 100 === 0 ? [WORDS.seldom] : []),
    ...Array.from({ length: 60 }, (_, i) => word(i + 3)),
  ];
  return {
    title: `Exercise ${n}: ${word(1)} and ${word(2)}`,
    statement: `Given some input, ${text.join(' ')}.`,
    tags: [word(1), `chapter-${n % 40}`],
    language: LANGUAGES[n % LANGUAGES.length] ?? 'python',
    difficulty: DIFFICULTIES[n % DIFFICULTIES.length] ?? 'EASY',
  };
}
