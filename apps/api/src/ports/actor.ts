import type { Plan } from '../plans.ts';

/** Who asks. `key` is what limits count by: the user's id, or a hash of the address. */
export type Actor =
  | { kind: 'anonymous'; key: string; plan: Plan }
  | { kind: 'user'; key: string; plan: Plan; userId: string; email: string; name: string };

export type User = Extract<Actor, { kind: 'user' }>;
