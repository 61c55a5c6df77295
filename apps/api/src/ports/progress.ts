import type { Difficulty, Language } from '@devcapsules/capsule/schema/capsule';
import type { Page } from './capsules.ts';

/** Started: tried, or typed something that was kept. Attempted: submitted. Solved: accepted once, for good. */
export const PROGRESS_STATUSES = ['started', 'attempted', 'solved'] as const;
export type ProgressStatus = (typeof PROGRESS_STATUSES)[number];

/** How far a learner is with a capsule. */
export interface Progress {
  capsuleId: string;
  status: ProgressStatus;
  /** Submissions. */
  attempts: number;
  startedAt: string;
  firstSolvedAt: string | null;
  /** From the start to the first accepted submission; null when that was the first we knew of the learner. */
  solveTimeMs: number | null;
  /** The fastest accepted submission: all its tests together. */
  bestRunTimeMs: number | null;
  lastSource: string | null;
  draft: Draft | null;
  updatedAt: string;
}

export interface Draft {
  source: string;
  updatedAt: string;
}

/** An entry of a learner's list. What the capsule is called is known only while it can be solved. */
export interface ProgressEntry extends Omit<Progress, 'lastSource' | 'draft'> {
  capsule: { title: string; language: Language; difficulty: Difficulty } | null;
}

/** Whose progress it is; `userId` is null for learners known by a token. */
export interface Learner {
  learner: string;
  userId: string | null;
}

/** A run or a submission. */
export interface Attempt extends Learner {
  capsuleId: string;
  source: string;
  isSubmission: boolean;
  /** The time that all tests took, when it was an accepted submission. */
  acceptedInMs: number | null;
  startedAt: string;
  endedAt: string;
}

export interface DraftWrite extends Learner {
  capsuleId: string;
  source: string;
  at: string;
  /** When given, nothing is written unless the stored draft is of this time; null: unless there is none. */
  ifUpdatedAt?: string | null;
}

/** One row a learner and capsule. Each method is one atomic write or one read. */
export interface ProgressStore {
  record(attempt: Attempt): Promise<void>;
  /** When the draft was written: later than the one before, always. Null when the stored one is another. */
  saveDraft(write: DraftWrite): Promise<string | null>;
  find(learner: string, capsuleId: string): Promise<Progress | null>;
  /** The most recent first. @throws AppError VALIDATION_FAILED on a foreign cursor */
  list(learner: string, query: { limit: number; cursor?: string }): Promise<Page<ProgressEntry>>;
  /** Which of the capsules the learner has solved. */
  solvedOf(learner: string, capsuleIds: string[]): Promise<Set<string>>;
  /** Gives a user all that a token's learner did; on capsules that both worked on, the better of both is kept. */
  claim(learner: string, userId: string): Promise<{ capsules: number }>;
  /** Deletes progress that no user owns and nobody has touched since; how many, at most `limit`. */
  forgetAnonymous(untouchedSince: string, limit: number): Promise<number>;
}
