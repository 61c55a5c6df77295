import type { Overrides, Plan } from '../plans.ts';

/** A row of the users table, as those who decide about a user need it. */
export interface Member {
  id: string;
  email: string;
  emailVerified: boolean;
  name: string;
  plan: Plan;
  overrides: Overrides;
  suspendedAt: string | null;
  createdAt: string;
}

export interface MemberQuery {
  /** A part of the e-mail address or the name. */
  search?: string;
  limit: number;
  cursor?: string;
}

/** Users as those who run the service see them. */
export interface MemberStore {
  find(id: string): Promise<Member | null>;
  findByEmail(email: string): Promise<Member | null>;
  /** Newest first. @throws AppError VALIDATION_FAILED when the cursor is none of ours */
  list(query: MemberQuery): Promise<{ items: Member[]; nextCursor: string | null; total: number }>;
  /** The changed member, or null when there is none. */
  update(
    id: string,
    change: { plan: Plan } | { suspendedAt: string | null },
    at: string,
  ): Promise<Member | null>;
}
