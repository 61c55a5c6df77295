import { code, plan } from '../agents/schemas.ts';
import { coderPrompt } from '../prompts/coder.ts';
import { pedagogistPrompt } from '../prompts/pedagogist.ts';
import type { GenerationRequest } from '../request.ts';
import { asking, check, type GenerationContext, holdOrRepair, type Outcome } from './hold.ts';
import { Ledger } from './ledger.ts';

/**
 * From a sentence to a proven capsule. Nothing of it is believed: expectations come from running the solution, a second
 * solution is written from the statement alone, and the proof has the last word. A call with the memory of an earlier one
 * goes on where that ended.
 * @throws ModelError, whatever the executor throws, and the signal's reason
 */
export async function generate(request: GenerationRequest, context: GenerationContext): Promise<Outcome> {
  const ledger = new Ledger(context.memory, context.model, context.onCosts);
  await ledger.open();
  await context.onStage('accepted');
  return context.model === null ? fromBank(request, context, ledger) : fromModel(request, context, ledger);
}

async function fromBank(
  request: GenerationRequest,
  context: GenerationContext,
  ledger: Ledger,
): Promise<Outcome> {
  const common = { repairs: 0, costs: ledger.costs };
  const authored = context.bank.write(request, context.seed);
  if (authored.kind === 'nothing_fits') return { ...common, ...authored };
  const checked = await check(authored.draft, null, context, ledger, null);
  if (!('capsule' in checked)) return { ...common, kind: 'not_proven', learnt: checked.evidence };
  return { ...common, ...checked, kind: 'accepted', author: { kind: 'bank', familyId: authored.familyId } };
}

async function fromModel(
  request: GenerationRequest,
  context: GenerationContext,
  ledger: Ledger,
): Promise<Outcome> {
  const ask = asking(context, ledger);
  await context.onStage('pedagogist');
  const planned = await ask({
    agent: 'pedagogist',
    ...pedagogistPrompt(request, context.newToken()),
    schema: plan,
  });
  await context.onStage('coder');
  const coding = coderPrompt(request.language, JSON.stringify(planned), context.newToken());
  const written = { plan: planned, code: await ask({ agent: 'coder', ...coding, schema: code }) };
  return holdOrRepair(written, request, context, ledger);
}
