import type { ItemSums } from '../../ports/analytics.ts';

/** Fewer answers than this say nothing of an item. */
const MIN_LEARNERS = 10;

/** How an item of a set did, as classical test theory tells it. */
export interface ItemQuality {
  capsuleId: string;
  title: string;
  /** Who submitted something. */
  learners: number;
  /** 1 − the share of them that passed; null without learners. */
  difficulty: number | null;
  /**
   * Point-biserial correlation of passing it with how many other items of the set a learner passed, −1 to 1; null
   * below ten learners, and where all did alike.
   */
  discrimination: number | null;
}

export function itemQuality({ capsuleId, title, n, x, y, yy, xy }: ItemSums): ItemQuality {
  const difficulty = n === 0 ? null : 1 - x / n;
  return { capsuleId, title, learners: n, difficulty, discrimination: discriminationOf({ n, x, y, yy, xy }) };
}

/** Pearson's correlation with a variable that is 0 or 1. */
function discriminationOf({ n, x, y, yy, xy }: Pick<ItemSums, 'n' | 'x' | 'y' | 'yy' | 'xy'>): number | null {
  const spreadX = n * x - x * x;
  const spreadY = n * yy - y * y;
  if (n < MIN_LEARNERS || spreadX <= 0 || spreadY <= 0) return null;
  return (n * xy - x * y) / Math.sqrt(spreadX * spreadY);
}
