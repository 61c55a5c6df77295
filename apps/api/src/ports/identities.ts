import type { Plan } from '../plans.ts';
import type { Member } from './members.ts';

/** What a token of another issuer says, once its signature, issuer, audience and times are checked. */
export interface Claims {
  issuer: string;
  subject: string;
  email: string | null;
  name: string;
  /** Only what the issuer itself vouches for. */
  emailVerified: boolean;
}

/** Checks access tokens of another issuer. */
export interface TokenVerifier {
  /** @throws AppError INVALID_TOKEN | IDENTITY_UNAVAILABLE */
  verify(token: string): Promise<Claims>;
  /** Asks the issuer whether the address of this token's owner is verified. @throws AppError IDENTITY_UNAVAILABLE */
  confirmsEmail(token: string): Promise<boolean>;
}

/** Which of our users another issuer's subjects are. */
export interface IdentityStore {
  find(issuer: string, subject: string): Promise<Member | null>;
  link(issuer: string, subject: string, userId: string, at: string): Promise<void>;
  /** Makes a user and links it, in one transaction. False when the address is taken. */
  create(user: NewUser, at: string): Promise<boolean>;
}

export interface NewUser {
  id: string;
  issuer: string;
  subject: string;
  email: string;
  emailVerified: boolean;
  name: string;
  plan: Plan;
}
