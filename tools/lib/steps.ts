/** Something that went wrong in a way its reader can act on: one line, no stack. */
export class StepError extends Error {}

/** Runs one step of a set-up, saying what it does while it does it and how long it took. */
export async function step<Result>(title: string, work: () => Promise<Result> | Result): Promise<Result> {
  const startedAt = performance.now();
  process.stdout.write(`• ${title} … `);
  try {
    const result = await work();
    console.log(`${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
    return result;
  } catch (error) {
    console.log('failed');
    throw error;
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Runs a command's main function; an error ends it with one clear line and exit code 1. A signal ends it at
 * once, and with it the services it started.
 */
export async function main(work: () => Promise<number | undefined>): Promise<void> {
  for (const signal of SIGNALS) process.on(signal, exitAtOnce);
  try {
    process.exitCode = await work();
  } catch (error) {
    const text =
      error instanceof StepError ? error.message : error instanceof Error ? error.stack : String(error);
    console.error(`✗ ${text}`);
    process.exitCode = 1;
  } finally {
    for (const signal of SIGNALS) process.off(signal, exitAtOnce);
  }
}

function exitAtOnce(): void {
  process.exit(130);
}

/** Resolves at the first signal, so that a command can stop in good order; a second one ends it at once. */
export function untilSignal(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of SIGNALS) {
      process.off(signal, exitAtOnce);
      process.once(signal, () => {
        process.on(signal, exitAtOnce);
        resolve();
      });
    }
  });
}
