/** How much a hint says; whatever comes after the third is a near-reveal too. */
export const LEVELS = ['nudge', 'guide', 'near_reveal'] as const;
export type Level = (typeof LEVELS)[number];

/** Of the hint at a place on a ladder, from 0. */
export function levelOf(step: number): Level {
  return LEVELS[step] ?? 'near_reveal';
}
