import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, it } from 'vitest';
import { clampDocument } from '../../../packages/capsule/test/samples.ts';
import { PLANS } from '../src/plans.ts';
import { ask, Person, someAddress } from './support.ts';

const hints = [
  'Which is larger?',
  'Compare with both bounds.',
  'First the lower one, then the upper one.',
  'One more.',
];
const document = { ...clampDocument, hints };
const wrong = { body: { source_code: 'def clamp(x, low, high):\n    return low\n' } };
const solution = { body: { source_code: clampDocument.solution } };

let author: Person;
let id: string;

beforeAll(async () => {
  author = await Person.signUp('Author');
  id = await author.publish(document);
});

/** Somebody without an account, who keeps a learner token. */
async function learner() {
  const { token } = (await ask('POST', '/learners')).body.data;
  // Limits count addresses, for a token can be had for the asking.
  const headers = { 'x-learner-token': token, 'cf-connecting-ip': someAddress() };
  return (method: string, path: string, body?: unknown) => ask(method, path, { headers, body });
}
const hint = (capsuleId: string, error?: object) => ({ capsuleId, ...(error && { error }) });

describe('the ladder of hints', () => {
  it('climbs a step at a time, and remembers what was given', async () => {
    const me = await Person.signUp('Learner', { NEW_ACCOUNT_PLAN: 'creator' });
    const texts = [];
    for (let i = 0; i < hints.length; i++) {
      const { body } = await me.ask('POST', '/mentor/hint', { body: hint(id) });
      texts.push([body.data.hint.level, body.data.hint.text, body.data.left]);
    }
    expect(texts).toEqual([
      ['nudge', hints[0], 3],
      ['guide', hints[1], 2],
      ['near_reveal', hints[2], 1],
      ['near_reveal', hints[3], 0],
    ]);
    expect((await me.ask('POST', '/mentor/hint', { body: hint(id) })).body.data).toEqual({
      ...{ hint: null, personal: 'off', explanation: null, left: 0 },
    });
    const status = (await me.ask('GET', `/mentor/status/${id}`)).body.data;
    expect(status.hints.map(({ text }: { text: string }) => text)).toEqual(hints);
    expect(status.leftToday).toBe(PLANS.creator.hintsPerCapsulePerDay - hints.length);
  });

  it('gives a free learner so many a day, and one at once only once', async () => {
    const me = await learner();
    const answers = await Promise.all(Array.from({ length: 6 }, () => me('POST', '/mentor/hint', hint(id))));
    const given = answers.filter(({ status }) => status === 200);
    expect(given.length).toBeGreaterThan(0);
    const status = (await me('GET', `/mentor/status/${id}`)).body.data;
    const used = status.hints.length;
    expect(status.leftToday).toBe(PLANS.free.hintsPerCapsulePerDay - used);
    for (let i = used; i < PLANS.free.hintsPerCapsulePerDay; i++) await me('POST', '/mentor/hint', hint(id));
    const refused = await me('POST', '/mentor/hint', hint(id));
    expect([refused.status, refused.body.error.code]).toEqual([429, 'QUOTA_EXCEEDED']);
  });

  it('is not for a draft of somebody else', async () => {
    const draft = (await author.ask('POST', '/capsules', { body: document })).body.data.id;
    const me = await learner();
    expect((await me('POST', '/mentor/hint', hint(draft))).status).toBe(404);
    expect((await author.ask('POST', '/mentor/hint', { body: hint(draft) })).status).toBe(200);
  });
});

describe('an error', () => {
  it('is explained as it was told, and costs no hint when there is none left', async () => {
    const me = await learner();
    const error = { verdict: 'runtime_error', message: "NameError: name 'hihg' is not defined" };
    const { explanation } = (await me('POST', '/mentor/hint', hint(id, error))).body.data;
    expect(explanation.meaning).toBe('Nothing is called `hihg` at this place.');
  });
});

describe('feedback', () => {
  it('reaches the author, with who solved it afterwards', async () => {
    const another = await author.publish({ ...document, title: 'Judged by its hints' });
    const people = [await Person.signUp('One'), await Person.signUp('Two')];
    for (const [i, person] of people.entries()) {
      await person.ask('POST', `/capsules/${another}/submit`, wrong);
      const { body } = await person.ask('POST', '/mentor/hint', { body: hint(another) });
      await person.ask('POST', '/mentor/feedback', { body: { hintId: body.data.hint.id, helpful: i === 0 } });
      if (i === 0) await person.ask('POST', `/capsules/${another}/submit`, solution);
    }
    const { body } = await author.ask('GET', `/mentor/use/${another}`);
    expect(body.data).toEqual([
      { source: 'capsule', step: 0, given: 2, helpful: 1, notHelpful: 1, solvedAfter: 1 },
    ]);
    expect((await people[0]?.ask('GET', `/mentor/use/${another}`))?.status).toBe(404);
  });

  it('is taken from nobody but who was given the hint', async () => {
    const [me, other] = [await Person.signUp(), await Person.signUp()];
    const given = (await me.ask('POST', '/mentor/hint', { body: hint(id) })).body.data.hint.id;
    const judged = { body: { hintId: given, helpful: true } };
    expect((await other.ask('POST', '/mentor/feedback', judged)).status).toBe(404);
    expect((await me.ask('POST', '/mentor/feedback', judged)).status).toBe(200);
    const row = await env.DB.prepare('SELECT helpful FROM hints_given WHERE id = ?').bind(given).first();
    expect(row).toEqual({ helpful: 1 });
  });
});
