import { countAbove } from './families/count-above.ts';
import { sqlAboveAverage } from './families/sql-above-average.ts';
import { sqlAverageOfEnough } from './families/sql-average-of-enough.ts';
import { sqlCountDistinct } from './families/sql-count-distinct.ts';
import { sqlEveryOne } from './families/sql-every-one.ts';
import { sqlFilterAndSort } from './families/sql-filter-and-sort.ts';
import { sqlOtherThan } from './families/sql-other-than.ts';
import { sqlOverdue } from './families/sql-overdue.ts';
import { sqlPairs } from './families/sql-pairs.ts';
import { sqlPerMonth } from './families/sql-per-month.ts';
import { sqlPriceClasses } from './families/sql-price-classes.ts';
import { sqlTextPattern } from './families/sql-text-pattern.ts';
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
  sqlCountDistinct,
  sqlEveryOne,
  sqlFilterAndSort,
  sqlOtherThan,
  sqlOverdue,
  sqlPairs,
  sqlPerMonth,
  sqlPriceClasses,
  sqlTextPattern,
  sqlTopFew,
  sqlTotalPerGroup,
  sqlTotalWithNone,
  sqlWithoutAMatch,
];
