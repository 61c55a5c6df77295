/** Answers a batch line by line: a head, each case as it ends, and a last line that tells it is whole. */

import type { Job, JobObserver } from '../jobs/job.ts';
import { Lines } from './lines.ts';
import { fromCase, fromHead } from './wire.ts';

export interface LineAnswer {
  body: ReadableStream<Uint8Array>;
  /** Resolves when the job has ended; never rejects. */
  ended: Promise<void>;
}

/**
 * Resolves with the answer when the first line is there. What fails before rejects, so that it still can have
 * a status; what fails later is handed to `onFault` and told in the last line, in place of `done`.
 */
export async function answerInLines(
  job: Job,
  submit: (observer: JobObserver, gone: AbortSignal) => Promise<unknown>,
  onFault: (error: unknown) => void,
): Promise<LineAnswer> {
  const lines = new Lines();
  const begun = Promise.withResolvers<void>();
  let hasBegun = false;
  let cases = 0;
  const observer: JobObserver = {
    compiled(result) {
      lines.write(fromHead(job, result));
      hasBegun = true;
      begun.resolve();
    },
    ended(index, result) {
      lines.write({ index, ...fromCase(result) });
      cases++;
    },
  };
  const ended = submit(observer, lines.gone).then(
    () => lines.write({ done: true, cases }),
    error => {
      if (!hasBegun) return begun.reject(error);
      if (!lines.gone.aborted) onFault(error);
      lines.write({ message: 'internal error' });
    },
  );
  const closed = ended.then(() => lines.end());
  await begun.promise;
  return { body: lines.body, ended: closed };
}
