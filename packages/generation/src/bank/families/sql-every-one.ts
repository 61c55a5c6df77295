import type { SqlFamily } from '../family.ts';
import { between, pick, some } from '../pick.ts';
import { databases, firstNames, insert, type Row, shown, sortedBy } from './tables.ts';

const STORIES = [
  {
    where: 'a school',
    person: 'pupil',
    thing: 'course',
    link: 'exam',
    did: 'passed',
    pool: ['algebra', 'botany', 'drama', 'history', 'Latin'],
  },
  {
    where: 'a climbing hall',
    person: 'climber',
    thing: 'route',
    link: 'attempt',
    did: 'climbed',
    pool: ['Corner', 'Dihedral', 'Overhang', 'Slab', 'Spire'],
  },
  {
    where: 'a museum trail',
    person: 'visitor',
    thing: 'station',
    link: 'stamp',
    did: 'finished',
    pool: ['bridge', 'gate', 'mill', 'tower', 'well'],
  },
] as const;

/** Relational division: who has a partner for every row of another table. */
export const sqlEveryOne: SqlFamily = {
  kind: 'sql',
  id: 'sql-every-one',
  words:
    'sql relational division all every course passed not exists double negation count distinct group by having school',
  difficulties: ['HARD'],
  make(random) {
    const { where, person, thing, link, did, pool } = pick(random, STORIES);
    const bar = between(random, 50, 70);
    const names = firstNames(random, 5);
    const things: Row[] = some(random, pool, 3).map((name, i) => [i + 1, name]);
    const people: Row[] = names.map((name, i) => [i + 1, name]);
    const [all, low] = [between(random, 1, 2), between(random, 3, 4)];
    const score = () => bar + between(random, 1, 30);
    const links: Row[] = people
      .flatMap(([id]): Row[] => {
        if (id === 5) return [];
        if (id === all) return [1, 2, 3].map(of => [id, of, of === 2 ? bar : score()]);
        if (id === low) return [1, 2, 3].map(of => [id, of, of === 3 ? bar - 1 : score()]);
        return [1, 1, 2].map(of => [Number(id), of, score()]);
      })
      .map((row, i) => [i + 1, ...row]);
    const passes = (id: unknown, of: unknown) =>
      links.some(row => row[1] === id && row[2] === of && Number(row[3]) >= bar);
    const answer = sortedBy(
      people.filter(([id]) => things.every(([of]) => passes(id, of))),
      row => String(row[1]),
    ).map(row => [row[1] ?? null]);
    const query = (inner: string) => `SELECT p.name
FROM ${person} AS p
WHERE NOT EXISTS (
  SELECT 1
  FROM ${thing} AS t
  WHERE NOT EXISTS (
    SELECT 1
    FROM ${link} AS l
    WHERE ${inner}
  )
)
ORDER BY p.name
`;
    const counted = (count: string, compare: string) =>
      `SELECT p.name FROM ${person} AS p JOIN ${link} AS l ON l.${person}_id = p.id WHERE l.score >= ${bar} GROUP BY p.id HAVING COUNT(${count}) ${compare} ORDER BY p.name\n`;
    const own = `l.${person}_id = p.id AND l.${thing}_id = t.id`;
    return {
      title: `Who ${did} every ${thing}`,
      statement: `The tables \`${person}(id, name)\`, \`${thing}(id, name)\` and \`${link}(id, ${person}_id, ${thing}_id, score)\` are those of ${where}. A score of **${bar} or more** means ${did}. There may be several rows of \`${link}\` for the same ${person} and ${thing}; one that is good enough is enough.

Return the \`name\` of every ${person} who ${did} **every** ${thing} there is, in alphabetical order. If there is no ${thing} at all, that is everybody.

With the first rows the answer is

${shown(['name'], answer)}
`,
      objectives: ['Say "every" with two negations: there is none that is missing'],
      tags: ['not exists', 'relational division'],
      hints: [
        `Turn it round: who is **not** among them? What must there be for such a ${person}?`,
        `Somebody is out if there is a ${thing} for which no good row of ${link} exists. So: no ${thing} for which none exists.`,
        `NOT EXISTS (a ${thing} for which NOT EXISTS (a row of ${link} of this ${person}, of that ${thing}, with a score that is enough)).`,
      ],
      setup: `CREATE TABLE ${person} (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE ${thing} (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE ${link} (id INTEGER PRIMARY KEY, ${person}_id INTEGER NOT NULL REFERENCES ${person} (id), ${thing}_id INTEGER NOT NULL REFERENCES ${thing} (id), score INTEGER NOT NULL);
${insert(person, people)}${insert(thing, things)}${insert(link, links)}`,
      solution: query(`${own} AND l.score >= ${bar}`),
      ordered: true,
      mistakes: [
        { why: 'forgets the score', source: query(own) },
        { why: 'a score at the bar is not enough', source: query(`${own} AND l.score > ${bar}`) },
        { why: 'does not look whose row it is', source: query(`l.${thing}_id = t.id AND l.score >= ${bar}`) },
        { why: 'counts the same one twice', source: counted('*', `>= (SELECT COUNT(*) FROM ${thing})`) },
        { why: 'knows how many there are now', source: counted(`DISTINCT l.${thing}_id`, '= 3') },
      ],
      cases: databases([`one more ${thing}`, insert(thing, [[4, 'extra']])], {
        'one more, done by some':
          insert(thing, [[4, 'extra']]) +
          insert(link, [
            [60, all, 4, bar],
            [61, low, 4, 99],
          ]),
        [`no ${thing} at all`]: `DELETE FROM ${link}; DELETE FROM ${thing};`,
        'nobody did anything': `DELETE FROM ${link};`,
        'nobody there': `DELETE FROM ${link}; DELETE FROM ${person};`,
        'one is left to do': `DELETE FROM ${link} WHERE ${thing}_id > 1; DELETE FROM ${thing} WHERE id > 1;`,
        'tried again': insert(link, [
          [62, low, 3, bar - 5],
          [63, low, 3, bar],
        ]),
        'everybody everything': `INSERT INTO ${link} (${person}_id, ${thing}_id, score) SELECT p.id, t.id, ${bar} FROM ${person} AS p, ${thing} AS t;`,
        'everybody just not': `UPDATE ${link} SET score = ${bar - 1};`,
        'two of the same name':
          insert(person, [[9, names[all - 1] ?? '']]) +
          insert(link, [
            [64, 9, 1, 99],
            [65, 9, 2, 99],
            [66, 9, 3, 99],
          ]),
      }),
    };
  },
};
