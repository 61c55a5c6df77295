import type { Deps } from '../../deps.ts';

export interface Readiness {
  ready: boolean;
  database: 'up' | 'down';
  sql: 'up' | 'down';
  runner: 'up' | 'down';
}

/** Asks what the API depends on. Without a runner the API is still ready: SQL works. */
export async function readiness({
  deps,
}: {
  deps: Pick<Deps, 'pingDatabase' | 'runnerLanguages' | 'edgeLanguages'>;
}): Promise<Readiness> {
  const state = async (question: Promise<unknown>): Promise<'up' | 'down'> => {
    const [answer] = await Promise.allSettled([question]);
    return answer.status === 'fulfilled' ? 'up' : 'down';
  };
  const [database, sql, runner] = await Promise.all([
    state(deps.pingDatabase()),
    state(deps.edgeLanguages.list()),
    state(deps.runnerLanguages.list()),
  ]);
  return { ready: database === 'up' && sql === 'up', database, sql, runner };
}
