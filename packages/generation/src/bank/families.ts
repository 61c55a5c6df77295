import { countAbove } from './families/count-above.ts';
import { sqlWithoutAMatch } from './families/sql-without-a-match.ts';
import type { Family } from './family.ts';

/** All that the built-in author can make. */
export const FAMILIES: readonly Family[] = [countAbove, sqlWithoutAMatch];
