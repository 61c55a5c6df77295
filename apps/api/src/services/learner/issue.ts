import type { Deps } from '../../deps.ts';

/** A token for somebody without an account: nothing is stored until they do something. */
export async function issueLearnerToken({
  deps,
}: {
  deps: Pick<Deps, 'learnerTokens'>;
}): Promise<{ token: string }> {
  return { token: await deps.learnerTokens.issue() };
}
