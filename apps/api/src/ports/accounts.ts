import type { Member } from './members.ts';

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

/** A session as its owner sees it. */
export interface Session {
  id: string;
  userAgent: string | null;
  createdAt: string;
  expiresAt: string;
}

/** Providers that people may sign in by, where they are configured. */
export const PROVIDERS = ['github', 'google'] as const;
export type Provider = (typeof PROVIDERS)[number];

/** Accounts and sessions. */
export interface Accounts {
  /** @throws AppError EMAIL_TAKEN | VALIDATION_FAILED */
  signUp(input: { email: string; password: string; name: string }, request: Headers): Promise<SignedIn>;
  /** @throws AppError INVALID_CREDENTIALS | ACCOUNT_SUSPENDED */
  signIn(input: { email: string; password: string }, request: Headers): Promise<SignedIn>;
  signOut(request: Headers): Promise<Headers>;
  /** Whose valid session the request's cookie names, if any; with new cookies where it was prolonged. */
  recognise(request: Headers): Promise<{ member: Member; sessionId: string; cookies: string[] } | null>;

  /** Newest first, those that have not expired. */
  listSessions(userId: string): Promise<Session[]>;
  /** False when the user has no such session. */
  endSession(userId: string, sessionId: string): Promise<boolean>;
  endAllSessions(userId: string): Promise<void>;
  /** Whether it is the password of whose session the request has. */
  verifyPassword(password: string, request: Headers): Promise<boolean>;
  /** Forgets sessions and secrets of mails that have expired. @returns how many */
  prune(now: string): Promise<number>;

  /** A secret that proves the address it is mailed to. */
  verificationToken(member: Member): Promise<string>;
  /** @throws AppError LINK_INVALID */
  verifyEmail(token: string): Promise<void>;
  /** A secret that lets whoever reads the member's mail set a password, once. */
  resetToken(member: Member): Promise<string>;
  /**
   * Sets a password, ends every session, and takes the address as proven.
   * @throws AppError LINK_INVALID | VALIDATION_FAILED
   */
  resetPassword(input: { token: string; password: string }): Promise<void>;
  /** Ends every other session. @throws AppError INVALID_CREDENTIALS | VALIDATION_FAILED */
  changePassword(input: { current: string; password: string }, request: Headers): Promise<Headers>;

  /** Which of the providers are configured. */
  providers: Provider[];
  /** Where a browser goes to sign in by a provider, and the cookies it must take along. */
  startSocial(provider: Provider, next: string, request: Headers): Promise<Response>;
  /** What the provider's redirect back leads to: a session, or `next` with an error. */
  finishSocial(provider: Provider, request: Request): Promise<Response>;
}
