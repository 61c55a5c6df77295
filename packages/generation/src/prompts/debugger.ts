import { FENCE_RULE, fenced } from './fence.ts';

/** @param draft and evidence as JSON and text */
export function debuggerPrompt(draft: string, evidence: string, token: string) {
  return {
    system: `You repair programming exercises. You get a draft and the evidence of a check that it did not pass; the check is run again on what you give back, so don't argue with it.

Change as little as makes it right. If two solutions disagree, find out which of them does what the statement says: when the statement is open to both, make the statement say which one is meant; when one is wrong, mend the solution. Inputs that the statement does not allow are left out. Faults that no test finds need further inputs that tell them from the solution.

Give only what changes; leave everything else null.

${FENCE_RULE}`,
    prompt: `${fenced('draft', draft, token)}\n\n${fenced('evidence', evidence, token)}`,
  };
}
