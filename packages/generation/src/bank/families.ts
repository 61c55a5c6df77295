import { countAbove } from './families/count-above.ts';
import { sqlAboveAverage } from './families/sql-above-average.ts';
import { sqlAverageOfEnough } from './families/sql-average-of-enough.ts';
import { sqlEveryOne } from './families/sql-every-one.ts';
import { sqlFilterAndSort } from './families/sql-filter-and-sort.ts';
import { sqlOtherThan } from './families/sql-other-than.ts';
import { sqlTopFew } from './families/sql-top-few.ts';
import { sqlTotalPerGroup } from './families/sql-total-per-group.ts';
import { sqlTotalWithNone } from './families/sql-total-with-none.ts';
import { sqlWithoutAMatch } from './families/sql-without-a-match.ts';
import type { Family } from './family.ts';

/** All that the built-in author can make. */
export const FAMILIES: readonly Family[] = [
  countAbove,
  sqlAboveAverage,
  sqlAverageOfEnough,
  sqlEveryOne,
  sqlFilterAndSort,
  sqlOtherThan,
  sqlTopFew,
  sqlTotalPerGroup,
  sqlTotalWithNone,
  sqlWithoutAMatch,
];
