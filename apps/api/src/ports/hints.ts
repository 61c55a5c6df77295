/** A hint of a capsule that a learner was given. Its text is the capsule's. */
export interface GivenHint {
  id: string;
  capsuleId: string;
  version: number;
  learner: string;
  userId: string | null;
  /** Where on the ladder: 0 is the first. */
  step: number;
  /** What the learner said of it. */
  helpful: boolean | null;
  createdAt: string;
}

/** How a hint of a capsule's ladder does, over all learners of a version. */
export interface HintUse {
  step: number;
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
