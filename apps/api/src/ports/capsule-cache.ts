import type { LearnerView } from '@devcapsules/capsule/view';

/** A published capsule as all but its owner get it. */
export interface CapsuleView extends LearnerView {
  id: string;
  version: number;
  isPublished: boolean;
  isOwner: boolean;
  qualityScore: number | null;
  /** The statement as HTML that can be set as it is. */
  statementHtml: string;
}

export interface CachedCapsule {
  creatorId: string;
  /** With `isOwner` false. */
  view: CapsuleView;
}

/**
 * Published capsules near to their learners. What it gives may be a minute or so behind the database, so nothing is
 * judged by it. It never fails: without it, the database answers.
 */
export interface CapsuleCache {
  find(id: string): Promise<CachedCapsule | null>;
  keep(id: string, capsule: CachedCapsule): Promise<void>;
  /** After everything that changes what learners see. */
  forget(id: string): Promise<void>;
}
