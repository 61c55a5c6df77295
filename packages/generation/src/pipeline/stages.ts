/** What a creator sees while it happens, and how far it is by then, in percent. */
export const STAGES = {
  queued: 0,
  accepted: 5,
  pedagogist: 15,
  coder: 35,
  running: 50,
  blind_solve: 60,
  repair: 65,
  mutants: 80,
  saving: 95,
  done: 100,
} as const;
export const STAGE_NAMES = Object.keys(STAGES) as [Stage, ...Stage[]];
export type Stage = keyof typeof STAGES;
