import { z } from 'zod';

/** What those who run the service can switch, with its form and what holds where nothing was set. */
export const FLAGS = {
  'execution.enabled': {
    schema: z.boolean(),
    initial: true,
    about: 'Whether programs and SQL are run. Off: 503 EXECUTION_DISABLED.',
  },
  'signup.enabled': {
    schema: z.boolean(),
    initial: true,
    about: 'Whether accounts can be made by e-mail and password. Off: 503 SIGNUP_DISABLED.',
  },
  'generation.enabled': {
    schema: z.boolean(),
    initial: true,
    about: 'Whether capsules are generated. Off: 503 GENERATION_DISABLED, for what is queued too.',
  },
  'mentor.model.enabled': {
    schema: z.boolean(),
    initial: true,
    about: 'Whether a model answers learners, where one is configured. Off: the capsules’ own hints alone.',
  },
  'tracking.sample_rate': {
    schema: z.number().min(0).max(1),
    initial: 1,
    about: 'The share of learners whose pages’ events are kept; each then counts for 1 / share.',
  },
} as const;

export type FlagName = keyof typeof FLAGS;
export const FLAG_NAMES = Object.keys(FLAGS) as FlagName[];
export type FlagValue<Name extends FlagName = FlagName> = z.infer<(typeof FLAGS)[Name]['schema']>;

/** A flag as it was set. */
export interface StoredFlag {
  name: string;
  /** As JSON gives it; checked against the flag's form when it is read. */
  value: unknown;
  updatedAt: string;
  updatedBy: string;
}

/** The switches. What is set elsewhere is seen within seconds. */
export interface Flags {
  get<Name extends FlagName>(name: Name): Promise<FlagValue<Name>>;
  list(): Promise<StoredFlag[]>;
  set(flag: StoredFlag): Promise<void>;
}
