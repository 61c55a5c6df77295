import type { SourceFile } from '../execution.ts';
import type { Signature } from '../starter/signature.ts';

/**
 * How learners' code is run under a driver in one language. A driver loads the code, announces that on the
 * verdict channel, and only then gets its task: what to call and with what, or which test program to run.
 *
 * In: one JSON object, `{token, call: {args, functionName, params, returns, declaration}}` or `{token, test, code}`, in that order.
 * Out: `ready`, then one line `{token, value}`, or `{token, mismatch, shown?}` for a value of another type; for a
 * test program that reached its end `{token, nonce}`.
 */
export interface Driver {
  /** For `function`, the entry first: the same in every run, so that what is compiled once serves all. */
  functionFiles(source: string, signature: Signature): SourceFile[];
  /**
   * For `program`. The nonce is a secret of this run which the driver alone has, so that code which claims to be
   * loaded before it is gets a token, but can't answer with it.
   */
  programFiles(source: string, tests: string[], nonce: string): SourceFile[];
}
