import type { Verdict } from '@devcapsules/capsule/verdict';
import type { Attempt } from './progress.ts';

export interface Grade {
  verdict: Verdict;
  passed: number;
  total: number;
}

export interface Submission extends Grade {
  id: string;
  capsuleId: string;
  /** The user's id, or the hash that stands for an anonymous learner's address. */
  learner: string;
  userId: string | null;
  /** Of the capsule, that it was judged by. */
  version: number;
  source: string;
  createdAt: string;
}

/** What a regrade would make of a submission; the grade may stay the same, and is then of the new version. */
export interface RegradeChange {
  submissionId: string;
  version: number;
  to: Grade;
}

/** The same, for the author to read. */
export interface RegradeLine {
  submissionId: string;
  /** Null for an anonymous learner. */
  learnerName: string | null;
  createdAt: string;
  from: Grade;
  to: Grade;
}

export interface SubmissionStore {
  /** With the learner's progress by it, if that is kept: both, or neither. */
  save(submission: Submission, attempt: Attempt | null): Promise<void>;
  /** The newest submission of each learner that was judged by another version; oldest first. */
  outdated(capsuleId: string, version: number): Promise<Submission[]>;
  /** Replaces the preview of a capsule. */
  saveChanges(capsuleId: string, changes: RegradeChange[]): Promise<void>;
  /** Those of the preview whose grade changes, newest first. */
  listChanges(capsuleId: string): Promise<RegradeLine[]>;
  /** Writes the previewed grades in one transaction, and ends the preview. */
  applyChanges(capsuleId: string, at: string): Promise<void>;
  dropChanges(capsuleId: string): Promise<void>;
}
