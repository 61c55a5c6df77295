import type { Deps } from '../../deps.ts';
import { AppError } from '../../errors/app-error.ts';
import type { LanguageInfo } from '../../ports/languages.ts';

/** What can be run right now: without a runner, that is SQL. */
export async function listLanguages({
  deps,
}: {
  deps: Pick<Deps, 'runnerLanguages' | 'edgeLanguages'>;
}): Promise<LanguageInfo[]> {
  const edge = await deps.edgeLanguages.list();
  const remote = await deps.runnerLanguages.list().catch((error: unknown) => {
    if (error instanceof AppError && error.code.startsWith('RUNNER_')) return [];
    throw error;
  });
  return [...remote, ...edge];
}
