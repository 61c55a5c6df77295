import { env, runInDurableObject } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { clampDocument, topDocument } from '../../../packages/capsule/test/samples.ts';
import { ask, NOTHING_GENERATED, Person } from './support.ts';

const solution = { body: { source_code: clampDocument.solution } };

const userId = async (person: Person): Promise<string> =>
  (await person.ask('GET', '/auth/session')).body.data.user.id;

/** Somebody with something of every kind, who has also learnt from another author. */
async function makeLife() {
  const script = `${topDocument.judge.setup} -- ${'x'.repeat(20_000)} ${crypto.randomUUID()}`;
  const withScript = { ...topDocument, judge: { ...topDocument.judge, setup: script } };
  const [person, author] = [await Person.signUp('Leaving'), await Person.signUp('Author')];
  const id = await person.publish(clampDocument);
  const { id: draft } = (await person.ask('POST', '/capsules', { body: withScript })).body.data;
  await person.key(['execute']);
  const foreign = await author.publish({ ...clampDocument, title: 'Of another author' });
  await person.ask('POST', `/capsules/${foreign}/submit`, solution);
  await author.ask('POST', `/capsules/${id}/submit`, solution);
  await person.ask('POST', '/courses', {
    body: { title: 'A course', description: '', items: [{ capsuleId: id }] },
  });
  return { person, author, id, draft, foreign, script, user: await userId(person) };
}

/** Every table and column in which a text stands anywhere. */
async function placesOf(text: string): Promise<string[]> {
  const { results: tables } = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_cf%' ESCAPE '\\' AND name NOT LIKE '%capsule_search%'",
  ).all<{ name: string }>();
  const places: string[] = [];
  for (const { name } of tables) {
    const { results } = await env.DB.prepare(`SELECT * FROM "${name}"`).all<Record<string, unknown>>();
    for (const row of results) {
      for (const [column, value] of Object.entries(row))
        if (String(value).includes(text)) places.push(`${name}.${column}`);
    }
  }
  return [...new Set(places)].sort();
}

describe('the export of an account', () => {
  it('holds everything that is kept, whole, and no secret', async () => {
    const { person, id, draft, foreign, script, user } = await makeLife();
    const { status, headers, body } = await person.ask('GET', '/account/export');
    expect([status, headers.get('content-type')]).toEqual([200, 'application/jsonl']);
    // Test code reads lines freely.
    // biome-ignore lint/suspicious/noExplicitAny: see above
    const lines: any[] = (body as string)
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(lines.at(-1)).toMatchObject({ kind: 'end', records: lines.length - 1 });
    const of = (kind: string) => lines.filter(line => line.kind === kind);
    expect(of('account')).toMatchObject([{ id: user, email: person.email }]);
    expect(
      of('capsule')
        .map(line => line.id)
        .sort(),
    ).toEqual([id, draft].sort());
    expect(of('capsule_version').find(line => line.capsule_id === draft).content.judge.setup).toBe(script);
    expect(of('submission')).toMatchObject([{ capsule_id: foreign, source: clampDocument.solution }]);
    expect(of('course')).toHaveLength(1);
    expect(of('progress').map(line => line.capsule_id)).toContain(foreign);
    const secrets = await env.DB.prepare(
      'SELECT k.hash, a.password, s.token FROM api_keys k, accounts a, sessions s WHERE k.user_id = ?1 AND a.user_id = ?1 AND s.user_id = ?1',
    )
      .bind(user)
      .first<Record<string, string>>();
    expect(Object.values(secrets ?? {})).toHaveLength(3);
    for (const secret of Object.values(secrets ?? {})) expect(body).not.toContain(secret);
  });
});

describe('deleting an account', () => {
  it('takes the address and the password to be told', async () => {
    const person = await Person.signUp();
    const erase = (body: object) => person.ask('DELETE', '/account', { body });
    expect((await erase({ email: 'another@example.com', password: 'a long password' })).status).toBe(400);
    expect((await erase({ email: person.email })).status).toBe(401);
    expect((await erase({ email: person.email, password: 'a wrong password' })).status).toBe(401);
    expect((await person.ask('GET', '/auth/session')).body.data.user.email).toBe(person.email);
  });

  it('leaves nothing of the person anywhere, and others’ things whole', async () => {
    const { person, author, id, foreign, user } = await makeLife();
    const asked = { prompt: 'count the numbers above a limit', language: 'python', difficulty: 'EASY' };
    const order = { body: asked, env: NOTHING_GENERATED };
    const generation = (await person.ask('POST', '/generate', order)).body.data.jobId;
    expect((await placesOf(user)).length).toBeGreaterThan(8);
    const scripts = (await env.BLOBS.list({ prefix: 'blobs/' })).objects.length;
    const body = { email: person.email, password: 'a long password' };
    expect((await person.ask('DELETE', '/account', { body })).status).toBe(200);

    expect(await placesOf(user)).toEqual([]);
    expect(await placesOf(person.email)).toEqual([]);
    expect(await placesOf(id)).toEqual([]);
    expect((await env.BLOBS.list({ prefix: 'blobs/' })).objects.length).toBe(scripts - 1);
    const kept = await runInDurableObject(env.PROOFS.get(env.PROOFS.idFromName(id)), (_, state) =>
      state.storage.list(),
    );
    expect([...kept.keys()]).toEqual([]);
    const job = env.GENERATION_JOBS.get(env.GENERATION_JOBS.idFromName(generation));
    const remembered = await runInDurableObject(job, (_, state) => state.storage.list());
    expect([...remembered.keys()]).toEqual([]);

    expect((await person.ask('GET', '/auth/session')).body.data.user).toBeNull();
    expect((await ask('GET', `/capsules/${id}`)).status).toBe(404);
    expect((await ask('POST', '/auth/sign-in/email', { body })).status).toBe(401);
    expect((await author.ask('GET', `/capsules/${foreign}/source`)).status).toBe(200);
    expect((await Person.signUp('Back')).cookie).not.toBe('');
  });
});
