import { contentHash } from '@devcapsules/capsule/hash';
import type { JudgeContext } from '@devcapsules/capsule/judges/context';
import type { MutantMaker } from '@devcapsules/capsule/mutants/mutant';
import type { Memory, Proof } from '@devcapsules/capsule/proof/proof';
import { prove } from '@devcapsules/capsule/proof/prove';
import type { Capsule } from '@devcapsules/capsule/schema/capsule';
import { blind, repair } from '../agents/schemas.ts';
import type { bankAuthor } from '../bank/author.ts';
import { complete } from '../complete.ts';
import type { Draft } from '../draft.ts';
import type { AgentName, CallCost, Model, ModelCall } from '../model.ts';
import { blindPrompt } from '../prompts/coder.ts';
import { debuggerPrompt } from '../prompts/debugger.ts';
import type { GenerationRequest } from '../request.ts';
import { assemble, type Manuscript, repaired } from './assemble.ts';
import { disagreements, disallowed, failures, MIN_INPUTS, toldOf, unnoticed } from './checks.ts';
import type { Ledger } from './ledger.ts';
import type { Stage } from './stages.ts';

export const MAX_REPAIRS = 3;
/** Answers judged side by side. */
const WIDTH = 3;

export interface GenerationContext extends Pick<JudgeContext, 'executor' | 'newToken'> {
  /** Null: the built-in bank writes. */
  model: Model | null;
  bank: ReturnType<typeof bankAuthor>;
  /** Which exercise of a family the bank makes. */
  seed: string;
  makeMutants: MutantMaker;
  now: () => number;
  memory: Memory;
  signal?: AbortSignal;
  onStage: (stage: Stage, detail?: { repair: number }) => Promise<void>;
  /** Told all that was paid for so far, whenever there is more of it. */
  onCosts: (costs: readonly CallCost[]) => Promise<void>;
}

interface Common {
  repairs: number;
  costs: CallCost[];
}
export type Outcome = Common &
  (
    | {
        kind: 'accepted';
        capsule: Capsule;
        proof: Proof;
        author: { kind: 'model' } | { kind: 'bank'; familyId: string };
      }
    /** It was repaired as often as it may be, and does not hold. */
    | { kind: 'not_proven'; learnt: string[] }
    /** The bank has nothing of the kind, and no model is configured. */
    | { kind: 'nothing_fits'; nearest: string[] }
  );

/** The evidence of a check that a draft did not pass, and who is to see to it. */
interface Finding {
  agent: Extract<AgentName, 'coder' | 'debugger'>;
  evidence: string[];
}
type Checked = { capsule: Capsule; proof: Proof } | Finding;

/** Asks the model of the context, with its signal. */
export function asking(context: GenerationContext, ledger: Ledger) {
  return <Answer>(call: Omit<ModelCall<Answer>, 'signal'>) => {
    context.signal?.throwIfAborted();
    return ledger.ask({ ...call, signal: context.signal });
  };
}

/**
 * Checks what agents wrote, and has it repaired with the evidence until it holds.
 * @param settle puts back what no agent decides
 */
export async function holdOrRepair(
  written: Manuscript,
  { language, difficulty }: Pick<GenerationRequest, 'language' | 'difficulty'>,
  context: GenerationContext,
  ledger: Ledger,
  settle: (draft: Draft) => Draft = draft => draft,
): Promise<Outcome> {
  const ask = asking(context, ledger);
  let manuscript = written;
  for (let repairs = 0; ; repairs++) {
    const assembled = assemble(manuscript, language, difficulty);
    const solveBlind = async (capsule: Capsule) => {
      const asked = blindPrompt(language, toldOf(capsule), context.newToken());
      return (await ask({ agent: 'blind_solver', ...asked, schema: blind })).solution;
    };
    const checked: Checked =
      assembled.kind === 'unfit'
        ? { agent: 'debugger', evidence: assembled.problems }
        : await check(settle(assembled.draft), manuscript.code.validator, context, ledger, solveBlind);
    const common = { repairs, costs: ledger.costs };
    if ('capsule' in checked) return { ...common, ...checked, kind: 'accepted', author: { kind: 'model' } };
    if (repairs === MAX_REPAIRS) return { ...common, kind: 'not_proven', learnt: checked.evidence };
    await context.onStage('repair', { repair: repairs + 1 });
    const asked = debuggerPrompt(JSON.stringify(manuscript), checked.evidence.join('\n'), context.newToken());
    manuscript = repaired(manuscript, await ask({ agent: checked.agent, ...asked, schema: repair }));
  }
}

/** Everything that a draft has to pass, cheapest first. */
export async function check(
  draft: Draft,
  validator: string | null,
  context: GenerationContext,
  ledger: Ledger,
  solveBlind: ((capsule: Capsule) => Promise<string>) | null,
): Promise<Checked> {
  const { executor, newToken } = context;
  await context.onStage('running');
  const not = validator === null ? [] : await disallowed(draft, validator, context);
  const inputs = draft.inputs.filter(({ name }) => !not.includes(name));
  if (inputs.length < MIN_INPUTS) {
    const evidence = [
      `The validator allows ${inputs.length} of ${draft.inputs.length} inputs; not these: ${not.join(', ')}.`,
    ];
    return { agent: 'debugger', evidence };
  }
  const completed = await complete({ ...draft, inputs }, { executor, newToken });
  if (completed.kind === 'solution_failed') {
    return {
      agent: 'debugger',
      evidence: [`The solution fails or does not end on: ${completed.inputs.join(', ')}.`],
    };
  }
  if (completed.kind === 'invalid') {
    return {
      agent: 'debugger',
      evidence: completed.problems.map(({ path, message }) => `${path}: ${message}`),
    };
  }
  const { capsule } = completed;
  if (solveBlind !== null) {
    await context.onStage('blind_solve');
    const differences = await disagreements(capsule, await solveBlind(capsule), context);
    if (differences.length > 0) {
      const what = 'A second solution, written from statement and signature alone, comes to something else:';
      return { agent: 'debugger', evidence: [what, ...differences] };
    }
  }
  await context.onStage('mutants');
  // A repaired draft is another capsule: what was found out of the one before says nothing of it.
  const memory = ledger.memoryOf(`proof ${await contentHash(capsule)}`);
  const proof = await prove(capsule, { ...context, memory, width: WIDTH });
  if (!proof.passed) return { agent: 'debugger', evidence: failures(proof) };
  const faults = unnoticed(proof);
  return faults.length > 0 ? { agent: 'coder', evidence: faults } : { capsule, proof };
}
