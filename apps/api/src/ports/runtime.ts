/** Time, chance and names are passed in, so that whoever tests can decide them. */
export interface Runtime {
  now: () => Date;
  /** Uniform in [0, 1). */
  random: () => number;
  /** A new unguessable id. */
  newId: () => string;
  /** 256 random bits as text. */
  newSecret: () => string;
}
