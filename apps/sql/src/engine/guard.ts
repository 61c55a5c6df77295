import { denial, isWatched, type Policy } from './authorizer.ts';
import { type Allowance, OPS_PER_CHECK } from './limits.ts';

const CONTINUE = 0;
const INTERRUPT = 1;
const ALLOW = 0;
const DENY = 1;

/** Watches one script: counts its operations, and remembers what it wasn't allowed to do. */
export class Guard {
  /** Public text of the last denied action. */
  denied: string | null = null;
  usedOps = 0;
  readonly #policy: Policy;
  readonly #maxOps: number;
  readonly #deadline: number;

  constructor(policy: Policy, allowance: Allowance) {
    this.#policy = policy;
    this.#maxOps = allowance.ops;
    this.#deadline = allowance.deadline;
  }

  /** SQLite calls this every OPS_PER_CHECK operations. */
  progress(): number {
    this.usedOps += OPS_PER_CHECK;
    return this.usedOps > this.#maxOps || Date.now() > this.#deadline ? INTERRUPT : CONTINUE;
  }

  /** SQLite calls this for each action of a statement it compiles. */
  authorize(action: number, first: number, second: number, read: (address: number) => string): number {
    if (!isWatched(action)) return ALLOW;
    const reason = denial(this.#policy, action, read(first), second === 0 ? null : read(second));
    if (reason === null) return ALLOW;
    this.denied = reason;
    return DENY;
  }
}
