import { env } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { PLANS } from '../src/plans.ts';
import { ask, Person, withinOneMinute } from './support.ts';

const select = { body: { language: 'sql', source_code: 'SELECT 1' } };

describe('the body limit', () => {
  it('stops reading a chunked body at the limit, before anything parses it', async () => {
    let pulled = 0;
    const chunk = new Uint8Array(64 * 1024).fill(32);
    const raw = new ReadableStream({
      pull(controller) {
        pulled += chunk.length;
        if (pulled > 1024 ** 3) controller.close();
        else controller.enqueue(chunk);
      },
    });
    const { status, body } = await ask('POST', '/execute', { raw });
    expect([status, body.error.code]).toEqual([413, 'BODY_TOO_LARGE']);
    expect(pulled).toBeLessThan(1024 ** 2);
  });

  it('has an error of its own for a source over 50 KB', async () => {
    const { status, body } = await ask('POST', '/execute', {
      body: { language: 'sql', source_code: '-'.repeat(51_201) },
    });
    expect([status, body.error.code]).toEqual([413, 'SOURCE_TOO_LARGE']);
  });

  it.each([
    ['not JSON', { raw: '{"language":' }, 400],
    ['JSON of the wrong shape', { body: { language: 'cobol', source_code: '' } }, 400],
    ['no body', {}, 400],
    ['a form', { raw: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415],
  ])('answers %s in the envelope', async (_, options, status) => {
    const answer = await ask('POST', '/execute', options);
    expect(answer).toMatchObject({ status, body: { success: false, requestId: expect.any(String) } });
  });
});

describe('the daily quota', () => {
  it('lets exactly as many through as are left, however many ask at once', async () => {
    const person = await Person.signUp('Free', { NEW_ACCOUNT_PLAN: 'creator' });
    const { id } = (await person.ask('GET', '/auth/session')).body.data.user;
    const day = new Date().toISOString().slice(0, 10);
    const used = PLANS.creator.executionsPerDay - 5;
    await env.DB.prepare("INSERT INTO quota_usage VALUES (?, 'executions', ?, ?)").bind(id, day, used).run();
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => person.ask('POST', '/execute', select)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.body.error.code).toBe('QUOTA_EXCEEDED');
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('the rate limit', () => {
  it('counts a signed-in user apart from the address, and says when to come back', async () => {
    const answers = await withinOneMinute(async () => {
      const person = await Person.signUp('Free', { NEW_ACCOUNT_PLAN: 'free' });
      const seen = [];
      for (let i = 0; i <= PLANS.free.requestsPerMinute; i++)
        seen.push(await person.ask('GET', '/auth/session'));
      return seen;
    });
    expect(answers.at(-1)).toMatchObject({ status: 429, body: { error: { code: 'RATE_LIMITED' } } });
    expect(answers.at(-1)?.headers.get('retry-after')).toBe('60');
    expect(answers.at(-2)?.status).toBe(200);
    expect((await (await Person.signUp()).ask('GET', '/auth/session')).status).toBe(200);
  });
});
