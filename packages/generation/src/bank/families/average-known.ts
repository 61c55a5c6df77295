import type { CodeFamily } from '../family.ts';
import { between, listOf, pick } from '../pick.ts';
import { hidden, shown } from './shorthand.ts';

const STORIES = [
  {
    title: 'The average of what is known',
    name: 'readings',
    what: 'A thermometer sends a reading every hour, but some get lost.',
  },
  {
    title: 'Marks with gaps',
    name: 'marks',
    what: 'A teacher notes the marks of a class; who was ill has none.',
  },
  {
    title: 'An unreliable scale',
    name: 'weights',
    what: 'A scale at a harbour weighs one crate after the other, but some weights are missing.',
  },
] as const;

/** The mean of a list in which values may be missing. */
export const averageKnown: CodeFamily = {
  kind: 'code',
  id: 'average-known',
  words: 'average mean missing values null none optional ignore skip list sum count float division',
  difficulties: ['EASY', 'MEDIUM'],
  make(random, difficulty) {
    const { title, name, what } = pick(random, STORIES);
    const isStrict = difficulty !== 'EASY';
    const highest = between(random, 30, 90);
    const fits = (value: number | null): value is number =>
      value !== null && (!isStrict || (value >= 0 && value <= highest));
    const mean = (values: (number | null)[]) => {
      const known = values.filter(fits);
      return known.reduce((sum, value) => sum + value, 0) / known.length;
    };
    const middle = () => between(random, 1, highest - 1);
    const [a, b] = [between(random, 4, 12), between(random, 14, 28)];
    const list = isStrict ? [a, null, highest + 3, b, -1] : [a, null, b, null];
    const written = `[${list.map(value => (value === null ? 'missing' : value)).join(', ')}]`;
    const drawn = (length: number) => listOf(length, () => (random() < 0.3 ? null : middle()));
    const rule = isStrict
      ? `Every known value from **0 to ${highest}** counts, both included. Values below 0 or above ${highest} are errors; they are ignored, just like the missing ones.`
      : 'Missing values are ignored: they count neither in the sum nor in the number of values. A 0 is a value like any other.';
    const python = isStrict ? `value is not None and 0 <= value <= ${highest}` : 'value is not None';
    const javascript = isStrict ? `value !== null && value >= 0 && value <= ${highest}` : 'value !== null';
    const java = isStrict ? `value != null && value >= 0 && value <= ${highest}` : 'value != null';
    const c = isStrict
      ? `${name}[i] != NULL && *${name}[i] >= 0 && *${name}[i] <= ${highest}`
      : `${name}[i] != NULL`;
    const cpp = isStrict ? `value && *value >= 0 && *value <= ${highest}` : 'value';
    return {
      title,
      statement: `${what} Work out the average of the list \`${name}\`, in which every entry is a whole number or missing (\`None\`, \`null\`, \`NULL\`, an empty optional).

${rule}

When no value counts, or the list is empty, there is no average: return nothing. The average need not be a whole number; a tiny rounding error does not matter.

For \`${written}\` the average is ${mean(list)}.
`,
      objectives: ['Tell a missing value from zero', 'Compute a mean'],
      tags: ['lists', 'missing values', 'average'],
      hints: [
        'Which two numbers do you need for an average?',
        'Add up and count only what counts, in the same loop. Check that a value is there before you use it.',
        'Before you divide, look at the count: it may be 0. And the division must not round down.',
      ],
      signature: {
        functionName: 'average',
        params: [{ name, type: 'list<optional<int>>' }],
        returns: 'optional<float>',
      },
      comparer: { kind: 'float', relative: 1e-9, absolute: 1e-9 },
      solutions: {
        python: `def average(${name}):
    known = [value for value in ${name} if ${python}]
    if not known:
        return None
    return sum(known) / len(known)
`,
        javascript: `function average(${name}) {
  const known = ${name}.filter(value => ${javascript});
  if (known.length === 0) return null;
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
`,
        java: `import java.util.*;

class Solution {
    static Double average(List<Long> ${name}) {
        double sum = 0;
        int count = 0;
        for (Long value : ${name}) {
            if (${java}) {
                sum += value;
                count++;
            }
        }
        return count == 0 ? null : Double.valueOf(sum / count);
    }
}
`,
        c: `#include "capsule.h"
#include <stdlib.h>

const double *average(const long long *const *${name}, size_t ${name}_length) {
    long long sum = 0;
    long long count = 0;
    for (size_t i = 0; i < ${name}_length; i++) {
        if (${c}) {
            sum += *${name}[i];
            count++;
        }
    }
    if (count == 0) return NULL;
    double *mean = malloc(sizeof(double));
    *mean = (double)sum / count;
    return mean;
}
`,
        cpp: `#include <optional>
#include <vector>

std::optional<double> average(const std::vector<std::optional<long long>>& ${name}) {
    double sum = 0;
    int count = 0;
    for (const auto& value : ${name}) {
        if (${cpp}) {
            sum += *value;
            count++;
        }
    }
    if (count == 0) return std::nullopt;
    return sum / count;
}
`,
      },
      mistakes: [
        {
          why: 'divides by the length of the whole list',
          edits: {
            python: ['/ len(known)', `/ len(${name})`],
            javascript: ['/ known.length', `/ ${name}.length`],
            java: ['sum / count', `sum / ${name}.size()`],
            c: ['(double)sum / count', `(double)sum / ${name}_length`],
            cpp: ['sum / count', `sum / ${name}.size()`],
          },
        },
        {
          why: 'rounds the average down',
          edits: {
            python: ['sum(known) / len(known)', 'float(sum(known) // len(known))'],
            javascript: [
              'known.reduce((sum, value) => sum + value, 0) / known.length',
              'Math.floor(known.reduce((sum, value) => sum + value, 0) / known.length)',
            ],
            java: ['sum / count', '(long) sum / count'],
            c: ['(double)sum / count', 'sum / count'],
            cpp: ['return sum / count', 'return (long long)sum / count'],
          },
        },
        {
          why: 'returns 0 where there is no average',
          edits: {
            python: ['return None', 'return 0.0'],
            javascript: ['return null', 'return 0'],
            java: ['null : Double.valueOf(sum / count)', 'Double.valueOf(0) : Double.valueOf(sum / count)'],
            c: ['if (count == 0) return NULL', 'if (count == 0) count = 1'],
            cpp: ['return std::nullopt', 'return 0.0'],
          },
        },
        {
          why: 'leaves out a 0',
          edits: isStrict
            ? {
                python: ['0 <= value', '0 < value'],
                javascript: ['value >= 0', 'value > 0'],
                java: ['value >= 0', 'value > 0'],
                c: ['>= 0', '> 0'],
                cpp: ['>= 0', '> 0'],
              }
            : {
                python: [python, 'value'],
                javascript: [javascript, 'value'],
                java: [java, 'value != null && value != 0'],
                c: [c, `${c} && *${name}[i] != 0`],
                cpp: ['if (value)', 'if (value && *value != 0)'],
              },
        },
      ],
      cases: [
        shown('as in the statement', list),
        shown('an empty list', []),
        shown('only missing ones', [null, null]),
        hidden('one value', [middle()]),
        hidden('one zero', [0]),
        hidden('a zero among others', [0, 5, null, 0]),
        hidden('not a whole number', [1, null, 2]),
        hidden('thirds', [1, 1, 2]),
        hidden('missing at both ends', [null, 3, 8, null]),
        hidden('nothing missing', [middle(), middle(), middle(), middle()]),
        hidden('around zero', [-1, 1, null, 7]),
        hidden('at the highest and above it', [highest, highest + 1, highest - 1, 2]),
        hidden('far out', [-50, null, 1000, -1]),
        hidden('some', drawn(12)),
        hidden('many', drawn(70)),
      ],
    };
  },
};
