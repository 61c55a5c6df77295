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

/** Runs a command's main function; an error ends it with one clear line and exit code 1. */
export async function main(work: () => Promise<number | undefined>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    const text =
      error instanceof StepError ? error.message : error instanceof Error ? error.stack : String(error);
    console.error(`✗ ${text}`);
    process.exitCode = 1;
  }
}
