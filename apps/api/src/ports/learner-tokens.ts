/**
 * Tokens by which learners without an account are known again, without a cookie and without a row of ours: the page
 * keeps the token and sends it as `x-learner-token`. Whoever has the token is the learner.
 */
export interface LearnerTokens {
  issue(): Promise<string>;
  /** The learner that a token stands for; null when we did not make it. */
  verify(token: string): Promise<string | null>;
}
