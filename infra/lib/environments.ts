import { join } from 'node:path';
import { z } from 'zod';

/** Where the product runs for others. They share nothing: no name, no zone, no state. */
export const ENVIRONMENTS = ['dev', 'staging', 'production'] as const;
export type Environment = (typeof ENVIRONMENTS)[number];

/** The Workers, in the order in which they are deployed: each after those it binds. */
export const WORKERS = ['sql', 'mutants', 'api', 'dashboard'] as const;
export type Worker = (typeof WORKERS)[number];

/** The repository's root. */
export const ROOT = join(import.meta.dirname, '../..');

/** An environment's name from a command line. @throws ZodError */
export const environment = z.enum(ENVIRONMENTS);
