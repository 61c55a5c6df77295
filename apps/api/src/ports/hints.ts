import type { CallCost } from '@devcapsules/generation/model';

export const HINT_SOURCES = ['capsule', 'model'] as const;
export type HintSource = (typeof HINT_SOURCES)[number];

/** A hint for a capsule that a learner was given. */
export interface GivenHint {
  id: string;
  capsuleId: string;
  version: number;
  learner: string;
  userId: string | null;
  /** Where on the ladder: 0 is the first. Those of a model come after the capsule's own. */
  step: number;
  source: HintSource;
  /** What a model wrote; the text of the others is the capsule's. */
  text: string | null;
  /** What the learner said of it. */
  helpful: boolean | null;
  createdAt: string;
}

/** How a hint of a capsule's ladder does, or all those of a model together, over all learners of a version. */
export interface HintUse {
  source: HintSource;
  /** Null for those of a model: each learner had others. */
  step: number | null;
  given: number;
  helpful: number;
  notHelpful: number;
  /** Of those who got it, how many solved the capsule afterwards. */
  solvedAfter: number;
}

export interface HintStore {
  /** In the order of the ladder. */
  list(learner: string, capsuleId: string, version: number): Promise<GivenHint[]>;
  /** False when the learner has this step already. */
  give(hint: GivenHint): Promise<boolean>;
  /** False when it is no hint of this learner. */
  judge(id: string, learner: string, helpful: boolean): Promise<boolean>;
  use(capsuleId: string, version: number): Promise<HintUse[]>;
}

export const ADVICE_OUTCOMES = ['hint', 'withheld', 'unavailable'] as const;

/** What stays of an answer of the model: what it cost, and for what. Names nobody. */
export interface AdviceRecord {
  id: string;
  capsuleId: string;
  outcome: (typeof ADVICE_OUTCOMES)[number];
  /** Why it was withheld or not to be had. */
  why: string | null;
  costs: CallCost[];
  createdAt: string;
}

export interface AdviceLog {
  save(record: AdviceRecord): Promise<void>;
}
