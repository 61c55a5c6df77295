import type { QueryStatus } from '@devcapsules/capsule/execution';

/** An expected end other than success. The message is public. */
export class QueryFailure extends Error {
  readonly status: Exclude<QueryStatus, 'ok' | 'internal'>;

  constructor(status: QueryFailure['status'], message: string) {
    super(message);
    this.status = status;
  }
}

export function memoryLimit(): QueryFailure {
  return new QueryFailure('memory_limit', 'The SQL needs more memory than it may use');
}

/** Cleans up after `run`, unless something unforeseen ended it: an instance that trapped may hang at any further call. */
export function withCleanUp<T>(run: () => T, cleanUp: () => void): T {
  let result: T;
  try {
    result = run();
  } catch (error) {
    if (error instanceof QueryFailure) cleanUp();
    throw error;
  }
  cleanUp();
  return result;
}
