import { averageKnown } from './families/average-known.ts';
import { checkDigit } from './families/check-digit.ts';
import { clampValues } from './families/clamp-values.ts';
import { clockArithmetic } from './families/clock-arithmetic.ts';
import { commonDivisor } from './families/common-divisor.ts';
import { commonSequence } from './families/common-sequence.ts';
import { countAbove } from './families/count-above.ts';
import { countPairs } from './families/count-pairs.ts';
import { countRecords } from './families/count-records.ts';
import { expandRuns } from './families/expand-runs.ts';
import { fizzWords } from './families/fizz-words.ts';
import { gridPaths } from './families/grid-paths.ts';
import { groupByKey } from './families/group-by-key.ts';
import { lastInCircle } from './families/last-in-circle.ts';
import { leapRule } from './families/leap-rule.ts';
import { letterHistogram } from './families/letter-histogram.ts';
import { longestStreak } from './families/longest-streak.ts';
import { longestWord } from './families/longest-word.ts';
import { mergeSorted } from './families/merge-sorted.ts';
import { mergeSpans } from './families/merge-spans.ts';
import { missingNumber } from './families/missing-number.ts';
import { mostVisits } from './families/most-visits.ts';
import { movingAverage } from './families/moving-average.ts';
import { nestedDepth } from './families/nested-depth.ts';
import { numberBase } from './families/number-base.ts';
import { palindrome } from './families/palindrome.ts';
import { postfixValue } from './families/postfix-value.ts';
import { primeFactors } from './families/prime-factors.ts';
import { refuseBelowFloor } from './families/refuse-below-floor.ts';
import { reverseWords } from './families/reverse-words.ts';
import { rotateList } from './families/rotate-list.ts';
import { roundUpPacks } from './families/round-up-packs.ts';
import { rowTotals } from './families/row-totals.ts';
import { sameLetters } from './families/same-letters.ts';
import { secondLargest } from './families/second-largest.ts';
import { shiftLetters } from './families/shift-letters.ts';
import { spiralWalk } from './families/spiral-walk.ts';
import { sqlAboveAverage } from './families/sql-above-average.ts';
import { sqlAverageOfEnough } from './families/sql-average-of-enough.ts';
import { sqlBelowInTree } from './families/sql-below-in-tree.ts';
import { sqlBestInGroup } from './families/sql-best-in-group.ts';
import { sqlCountDistinct } from './families/sql-count-distinct.ts';
import { sqlEveryOne } from './families/sql-every-one.ts';
import { sqlFilterAndSort } from './families/sql-filter-and-sort.ts';
import { sqlLeagueTable } from './families/sql-league-table.ts';
import { sqlLongestStreak } from './families/sql-longest-streak.ts';
import { sqlMissingDays } from './families/sql-missing-days.ts';
import { sqlOtherThan } from './families/sql-other-than.ts';
import { sqlOverdue } from './families/sql-overdue.ts';
import { sqlPairs } from './families/sql-pairs.ts';
import { sqlPerMonth } from './families/sql-per-month.ts';
import { sqlPriceClasses } from './families/sql-price-classes.ts';
import { sqlRiseFromPrevious } from './families/sql-rise-from-previous.ts';
import { sqlRunningTotal } from './families/sql-running-total.ts';
import { sqlTextPattern } from './families/sql-text-pattern.ts';
import { sqlTopFew } from './families/sql-top-few.ts';
import { sqlTotalPerGroup } from './families/sql-total-per-group.ts';
import { sqlTotalWithNone } from './families/sql-total-with-none.ts';
import { sqlWithoutAMatch } from './families/sql-without-a-match.ts';
import { triangleRow } from './families/triangle-row.ts';
import { uniqueInOrder } from './families/unique-in-order.ts';
import { waysToPay } from './families/ways-to-pay.ts';
import type { Family } from './family.ts';

/** All that the built-in author can make. */
export const FAMILIES: readonly Family[] = [
  averageKnown,
  checkDigit,
  clampValues,
  clockArithmetic,
  commonDivisor,
  commonSequence,
  countAbove,
  countPairs,
  countRecords,
  expandRuns,
  fizzWords,
  gridPaths,
  groupByKey,
  lastInCircle,
  leapRule,
  letterHistogram,
  longestStreak,
  longestWord,
  mergeSorted,
  mergeSpans,
  missingNumber,
  mostVisits,
  movingAverage,
  nestedDepth,
  numberBase,
  palindrome,
  postfixValue,
  primeFactors,
  refuseBelowFloor,
  reverseWords,
  rotateList,
  roundUpPacks,
  rowTotals,
  sameLetters,
  secondLargest,
  shiftLetters,
  spiralWalk,
  sqlAboveAverage,
  sqlAverageOfEnough,
  sqlBelowInTree,
  sqlBestInGroup,
  sqlCountDistinct,
  sqlEveryOne,
  sqlFilterAndSort,
  sqlLeagueTable,
  sqlLongestStreak,
  sqlMissingDays,
  sqlOtherThan,
  sqlOverdue,
  sqlPairs,
  sqlPerMonth,
  sqlPriceClasses,
  sqlRiseFromPrevious,
  sqlRunningTotal,
  sqlTextPattern,
  sqlTopFew,
  sqlTotalPerGroup,
  sqlTotalWithNone,
  sqlWithoutAMatch,
  triangleRow,
  uniqueInOrder,
  waysToPay,
];
