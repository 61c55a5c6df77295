import type { SqlFamily } from '../family.ts';
import { between, listOf, pick } from '../pick.ts';
import { databases, firstNames, insert, type Row, shown, sortedBy, sum } from './tables.ts';

const STORIES = [
  {
    where: 'a school',
    person: 'pupil',
    mark: 'mark',
    subject: 'course',
    subjects: ['art', 'biology', 'music', 'physics'],
  },
  {
    where: 'a diving contest',
    person: 'diver',
    mark: 'jump',
    subject: 'height',
    subjects: ['1 m', '3 m', '5 m', '10 m'],
  },
  {
    where: 'a baking contest',
    person: 'baker',
    mark: 'rating',
    subject: 'cake',
    subjects: ['apple', 'cheese', 'nut', 'plum'],
  },
] as const;

/** Averages of those that have enough values, NULL not counted. */
export const sqlAverageOfEnough: SqlFamily = {
  kind: 'sql',
  id: 'sql-average-of-enough',
  words:
    'sql join group by having avg average count at least school pupils marks grades two conditions aggregate',
  difficulties: ['MEDIUM'],
  make(random) {
    const { where, person, mark, subject, subjects } = pick(random, STORIES);
    const least = between(random, 2, 3);
    const bound = between(random, 5, 7);
    const names = firstNames(random, 5);
    const people: Row[] = names.map((name, i) => [i + 1, name]);
    // One has exactly the bound, one too few marks, one lies below, one is above, and one has none.
    const points = [
      listOf(least, () => bound),
      listOf(least - 1, () => 10),
      [bound - 2, bound - 1, bound],
      [10, 9, bound, 8],
    ];
    const marks: Row[] = points
      .flatMap((list, i) => list.map((value, k): Row => [i + 1, subjects[k] ?? '', value]))
      .map((row, i) => [i + 1, ...row]);
    const answer = sortedBy(
      people.flatMap(([id, name]): [string, number][] => {
        const own = marks.filter(row => row[1] === id).map(row => Number(row[3]));
        const average = sum(own) / own.length;
        return own.length >= least && average >= bound ? [[String(name), average]] : [];
      }),
      ([name]) => name,
    );
    const query = (having: string, group = 'p.id', where = '') => `SELECT p.name, AVG(m.points) AS average
FROM ${person} AS p
JOIN ${mark} AS m ON m.${person}_id = p.id
${where}GROUP BY ${group}
HAVING ${having}
ORDER BY p.name
`;
    const right = `COUNT(m.points) >= ${least} AND AVG(m.points) >= ${bound}`;
    return {
      title: `Good on average, over ${least} or more`,
      statement: `The tables \`${person}(id, name)\` and \`${mark}(id, ${person}_id, ${subject}, points)\` are those of ${where}. \`points\` is NULL where they are not known yet.

Return \`name\` and \`average\` points of every ${person} who has **at least ${least}** known values and an average of **at least ${bound}**, in alphabetical order. Values that are not known yet count for nothing, neither in the average nor as one of the ${least}. Two may have the same name.

With the first rows the answer is

${shown(['name', 'average'], answer)}
`,
      objectives: ['Filter groups by two aggregates'],
      tags: ['join', 'group by', 'having', 'null'],
      hints: [
        'There are two conditions, and both are about all values of one person, not about a single value.',
        'Conditions on groups go into HAVING, joined by AND. AVG leaves NULL out by itself; which COUNT does so, too?',
        `Group by the person's id; compare COUNT of the column (not of the star) with ${least} and AVG with ${bound}.`,
      ],
      setup: `CREATE TABLE ${person} (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE ${mark} (id INTEGER PRIMARY KEY, ${person}_id INTEGER NOT NULL REFERENCES ${person} (id), ${subject} TEXT NOT NULL, points INTEGER);
${insert(person, people)}${insert(mark, marks)}`,
      solution: query(right),
      ordered: true,
      mistakes: [
        { why: 'counts values that are not known', source: query(right.replace('m.points', '*')) },
        {
          why: 'leaves out who reaches the bound exactly',
          source: query(right.replace('AVG(m.points) >=', 'AVG(m.points) >')),
        },
        { why: 'wants one value more', source: query(right.replace(`>= ${least}`, `> ${least}`)) },
        { why: 'forgets how many values there must be', source: query(`AVG(m.points) >= ${bound}`) },
        {
          why: 'leaves out single values below the bound',
          source: query(right, 'p.id', `WHERE m.points >= ${bound}\n`),
        },
        { why: 'puts two of the same name together', source: query(right, 'p.name') },
      ],
      cases: databases(['one that is not known yet', insert(mark, [[50, 2, subjects[2], null]])], {
        'no values': `DELETE FROM ${mark};`,
        'none is known': `UPDATE ${mark} SET points = NULL;`,
        'one value more': insert(mark, [[51, 2, subjects[3], 4]]),
        'enough for the fifth': insert(
          mark,
          listOf(least, i => [60 + i, 5, subjects[i] ?? '', i === 0 ? bound + 1 : bound]),
        ),
        'two of the same name':
          insert(person, [[8, names[1] ?? '']]) + insert(mark, [[52, 8, subjects[0], 10]]),
        'one point too few': `UPDATE ${mark} SET points = points - 1 WHERE id = 1;`,
        'one point more': `UPDATE ${mark} SET points = points + 1 WHERE ${person}_id IN (1, 3);`,
        'all the best': `UPDATE ${mark} SET points = 10;`,
        'all just below': `UPDATE ${mark} SET points = ${bound - 1};`,
        'half of them unknown': `UPDATE ${mark} SET points = NULL WHERE id % 2 = 0;`,
      }),
    };
  },
};
