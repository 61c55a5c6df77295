import { type Capsule, hasJudge } from '@devcapsules/capsule/schema/capsule';
import { type Plan, parts, type WrittenInput } from '../agents/schemas.ts';
import type { Draft } from '../draft.ts';
import { type Part, regeneratePrompt } from '../prompts/regenerate.ts';
import type { Manuscript } from './assemble.ts';
import { asking, type GenerationContext, holdOrRepair, type Outcome } from './hold.ts';
import { Ledger } from './ledger.ts';

/** Whether a model can write parts of it: functions, and queries that are judged by their rows. */
export function isRegenerable(capsule: Capsule): boolean {
  if (hasJudge(capsule, 'function')) return true;
  return hasJudge(capsule, 'query') && capsule.tests.every(({ check }) => check === undefined);
}

/**
 * One part of a capsule anew, by a model, and all of it proven again: repairs may touch what else has to agree with it.
 * @throws ModelError, whatever the executor throws, the signal's reason; RangeError for what is not regenerable
 */
export async function regenerate(capsule: Capsule, part: Part, context: GenerationContext): Promise<Outcome> {
  const before = manuscriptOf(capsule);
  const ledger = new Ledger(context.memory, context.model, context.onCosts);
  await ledger.open();
  const agent = part === 'tests' || part === 'solution' ? 'coder' : 'pedagogist';
  await context.onStage(agent);
  const asked = regeneratePrompt(part, JSON.stringify(before), capsule.language, context.newToken());
  const ask = asking(context, ledger);
  const written = await rewritten();
  return holdOrRepair(written, capsule, context, ledger, draft => settled(draft, capsule));

  async function rewritten(): Promise<Manuscript> {
    const { plan, code } = before;
    switch (part) {
      case 'statement':
        return { code, plan: { ...plan, ...(await ask({ agent, ...asked, schema: parts.statement })) } };
      case 'hints':
        return { code, plan: { ...plan, ...(await ask({ agent, ...asked, schema: parts.hints })) } };
      case 'tests':
        return { plan, code: { ...code, ...(await ask({ agent, ...asked, schema: parts.tests })) } };
      case 'solution':
        return { plan, code: { ...code, ...(await ask({ agent, ...asked, schema: parts.solution })) } };
    }
  }
}

/** A capsule as agents would have written it. */
function manuscriptOf(capsule: Capsule): Manuscript {
  const { title, statement, objectives, tags, hints, solution } = capsule;
  const wrong_solutions = capsule.wrongSolutions ?? [];
  const told = { title, statement, objectives, tags, hints, mistakes: wrong_solutions.map(({ why }) => why) };
  const code = { solution, validator: null, wrong_solutions };
  if (hasJudge(capsule, 'function')) {
    const { functionName, params, returns } = capsule.judge;
    const plan: Plan = {
      ...told,
      signature: { functionName, params, returns },
      tables: null,
      ordered: false,
    };
    const inputs = capsule.tests.map(
      ({ name, hidden, args }): WrittenInput => ({ name, hidden, args: JSON.stringify(args), setup: null }),
    );
    return { plan, code: { ...code, setup: null, inputs } };
  }
  if (!hasJudge(capsule, 'query')) throw new RangeError(`not regenerable: ${capsule.judge.kind}`);
  const { setup = '', ordered } = capsule.judge;
  const inputs = capsule.tests.map(
    (test): WrittenInput => ({ name: test.name, hidden: test.hidden, args: null, setup: test.setup ?? null }),
  );
  return { plan: { ...told, signature: null, tables: setup, ordered }, code: { ...code, setup, inputs } };
}

/** What the author decided stays: how results are compared, what learners start from, what a run may take. */
function settled(draft: Draft, { judge, starter, limits }: Capsule): Draft {
  const setup = draft.judge.kind === 'query' && judge.kind === 'query' ? { setup: draft.judge.setup } : {};
  return { ...draft, judge: { ...judge, ...setup } as Capsule['judge'], starter, limits };
}
