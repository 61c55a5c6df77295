import type { Deps } from '../../deps.ts';

export interface Readiness {
  ready: boolean;
  database: 'up' | 'down';
  sql: 'up' | 'down';
  /** Up while one of them is. */
  runner: 'up' | 'down';
  runners: { up: number; total: number };
}

/** Asks what the API depends on. Without a runner the API is still ready: SQL works. */
export async function readiness({
  deps,
}: {
  deps: Pick<Deps, 'pingDatabase' | 'runners' | 'edgeLanguages'>;
}): Promise<Readiness> {
  const state = async (question: Promise<unknown>): Promise<'up' | 'down'> => {
    const [answer] = await Promise.allSettled([question]);
    return answer.status === 'fulfilled' ? 'up' : 'down';
  };
  const [database, sql, runners] = await Promise.all([
    state(deps.pingDatabase()),
    state(deps.edgeLanguages.list()),
    deps.runners(),
  ]);
  const up = runners.filter(one => one === 'up').length;
  const ready = database === 'up' && sql === 'up';
  return { ready, database, sql, runner: up > 0 ? 'up' : 'down', runners: { up, total: runners.length } };
}
