/** When a runner that has not answered yet is looked after first, and how often from then on. */
const FIRST_AFTER_MS = 1_500;
const EVERY_MS = 5_000;
/** One missed knock may be a lost packet. */
const MISSES = 2;

export interface Watch {
  /** Fires when the runner has been silent. */
  signal: AbortSignal;
  end(): void;
}

/**
 * Watches over a runner while a program runs on it. A long run and a dead machine both say nothing; knocking tells them
 * apart in seconds, where the run's own deadline takes a minute.
 * @param knock whether the runner answers a question that costs nothing; never throws
 */
export function watchOver(knock: () => Promise<boolean>): Watch {
  const silent = new AbortController();
  let timer = setTimeout(look, FIRST_AFTER_MS);
  let ended = false;

  async function look(): Promise<void> {
    for (let misses = 0; !(await knock()); ) {
      if (ended) return;
      misses++;
      if (misses === MISSES) return silent.abort(new Error('the runner is silent'));
    }
    if (!ended) timer = setTimeout(look, EVERY_MS);
  }

  return {
    signal: silent.signal,
    end() {
      ended = true;
      clearTimeout(timer);
    },
  };
}
