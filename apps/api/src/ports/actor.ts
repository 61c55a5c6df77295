import type { Overrides, Plan } from '../plans.ts';

/** What an API key may be allowed to do. A person who is signed in may do all of it. */
export const SCOPES = [
  'capsules:read',
  'capsules:write',
  'execute',
  'progress',
  'generate',
  'analytics:read',
] as const;
export type Scope = (typeof SCOPES)[number];

/** Who asks. `key` is what limits count by: the user's id, or a hash of the address. */
export type Actor =
  | {
      kind: 'anonymous';
      key: string;
      plan: Plan;
      /** Who the learner token stands for, if the page sent one. */
      learnerId: string | null;
    }
  | {
      kind: 'user';
      key: string;
      plan: Plan;
      userId: string;
      email: string;
      emailVerified: boolean;
      name: string;
      overrides: Overrides;
      /** How the user was recognised; account matters are for people, not for keys. */
      via: 'session' | 'api_key' | 'supabase';
      scopes: readonly Scope[];
    };

export type User = Extract<Actor, { kind: 'user' }>;

/** Whom submissions, progress and events belong to. */
export function learnerOf(actor: Actor): string {
  return actor.kind === 'user' ? actor.userId : (actor.learnerId ?? actor.key);
}
