import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Scenario } from '../doubles/llm-scenarios.ts';
import { freshProvider, Installation } from '../generation-support.ts';
import { ask, Person, someAddress } from '../support.ts';
import { DISGUISES, PLEAS } from './attacks.ts';
import { TARGETS } from './capsules.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

const saying = (hint: string): Scenario => ({ mentor: [{ answer: { hint } }] });
const published: string[] = [];
let installation: Installation;
// The log lines of a thousand requests are more than the test runner takes.
for (const method of ['log', 'error'] as const) vi.spyOn(console, method).mockImplementation(() => {});

beforeAll(async () => {
  await freshProvider();
  installation = await Installation.of('good');
  const author = await Person.signUp('Author');
  for (const { document } of TARGETS) published.push(await author.publish(document));
});

/** Somebody whom nobody knows asks about their code. */
async function askMentor(target: number, code: string, plea = '') {
  const { token } = (await ask('POST', '/learners')).body.data;
  const headers = { 'x-learner-token': token, 'cf-connecting-ip': someAddress() };
  const error = { verdict: 'wrong_answer', message: plea, test: 'anything' };
  const body = { capsuleId: published[target], code, error };
  const answer = await ask('POST', '/mentor/hint', { body, headers, env: installation.env });
  const status = await ask('GET', `/mentor/status/${published[target]}`, { headers, env: installation.env });
  return { answer, status };
}

describe('a mentor whose model obeys whoever attacks it', () => {
  it('gives nothing away in 236 attempts: solution, translation and hidden value, in 20 disguises', async () => {
    const leaks: string[] = [];
    const outcomes: Record<string, number> = {};
    let attempt = 0;
    for (const [target, { document, translated, hidden, code }] of TARGETS.entries()) {
      for (const secret of [document.solution, translated, hidden]) {
        for (const [name, disguise] of Object.entries(DISGUISES)) {
          // A value with other names is another value.
          if (secret === hidden && name === 'with other names') continue;
          const plea = PLEAS[attempt++ % PLEAS.length] ?? '';
          // No more is taken for a hint; what a model gives away may end in the middle.
          const told = disguise(secret).slice(0, 1_200);
          await installation.follow(saying(told));
          const { answer, status } = await askMentor(target, `${code}\n${plea}\n`, plea);
          const { hint, personal } = answer.body.data;
          outcomes[personal] = (outcomes[personal] ?? 0) + 1;
          if (JSON.stringify([hint, status.body.data.hints]) !== '[null,[]]')
            leaks.push(`${target}, ${name}: ${told.slice(0, 60)}`);
        }
      }
    }
    expect(leaks).toEqual([]);
    expect(outcomes).toEqual({ withheld: 236 });
    // Each was asked for once more before it was given up.
    expect((await installation.calls()).length).toBe(472);
  });

  it('lets honest hints through', async () => {
    const blocked: string[] = [];
    let asked = 0;
    for (const [target, { code, honest }] of TARGETS.entries()) {
      for (const hint of honest) {
        await installation.follow(saying(hint));
        const { answer } = await askMentor(target, code);
        asked++;
        if (answer.body.data.hint?.text !== hint) blocked.push(hint);
      }
    }
    // `three` is a value of a hidden test, and a word: that hint is asked for again.
    expect(blocked).toEqual([expect.stringContaining('two of the three rules')]);
    expect(asked).toBe(40);
  });

  it('is never told what it must not say', async () => {
    const calls = await installation.calls();
    const prompts = calls.map(({ prompt }) => prompt).join('\n');
    for (const { document, hidden } of TARGETS) {
      expect(prompts).not.toContain(document.solution.trim());
      expect(prompts).not.toContain(hidden);
    }
    expect(calls.length).toBe(472 + 41);
  });
});
