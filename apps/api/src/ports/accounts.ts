import type { User } from './actor.ts';

export interface Account {
  id: string;
  email: string;
  name: string;
}

/** A signed-in answer: who it is, and the headers (cookies) that must reach the client. */
export interface SignedIn {
  account: Account;
  headers: Headers;
}

/** Accounts and sessions. */
export interface Accounts {
  /** @throws AppError EMAIL_TAKEN | VALIDATION_FAILED */
  signUp(input: { email: string; password: string; name: string }, request: Headers): Promise<SignedIn>;
  /** @throws AppError INVALID_CREDENTIALS */
  signIn(input: { email: string; password: string }, request: Headers): Promise<SignedIn>;
  signOut(request: Headers): Promise<Headers>;
  /** Whose valid session the request's cookie names, if any. */
  userOf(request: Headers): Promise<User | null>;
}
