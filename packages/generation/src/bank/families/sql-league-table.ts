import type { SqlFamily } from '../family.ts';
import { between, pick, some } from '../pick.ts';
import { databases, insert, type Row, shown, sortedBy, sum } from './tables.ts';

const STORIES = [
  { sport: 'handball', match: 'fixture', scored: 'goals' },
  { sport: 'street hockey', match: 'game', scored: 'goals' },
  { sport: 'quiz', match: 'duel', scored: 'answers' },
] as const;
const TEAMS = ['Badgers', 'Cranes', 'Foxes', 'Herons', 'Otters', 'Ravens', 'Wolves'];

/** A league's table out of its matches: each match counts for both sides. */
export const sqlLeagueTable: SqlFamily = {
  kind: 'sql',
  id: 'sql-league-table',
  words:
    'sql union all case league table matches teams points home away sport football goal difference left join group by',
  difficulties: ['HARD'],
  make(random) {
    const { sport, match, scored } = pick(random, STORIES);
    const win = between(random, 2, 3);
    const teams: Row[] = some(random, TEAMS, 4).map((name, i) => [i + 1, name]);
    const [a, b] = [between(random, 1, 3), between(random, 2, 4)];
    const games: Row[] = [
      [1, 1, 2, a + 1, a],
      [2, 2, 3, b, b],
      [3, 3, 1, b, b + 2],
      [4, 2, 1, a + 2, a],
      [5, 3, 2, null, null],
    ];
    const answer = sortedBy(
      teams.map(([id, name]): [string, number, number, number] => {
        const own = games
          .filter(game => game[3] !== null && (game[1] === id || game[2] === id))
          .map(([, home, , us, them]) =>
            home === id ? Number(us) - Number(them) : Number(them) - Number(us),
          );
        const points = sum(own.map(by => (by > 0 ? win : by === 0 ? 1 : 0)));
        return [String(name), own.length, points, sum(own)];
      }),
      row => -row[2],
      row => -row[3],
      row => row[0],
    );
    const query = (
      points: string,
      second: string,
      join = 'LEFT JOIN',
      known = 'WHERE home_score IS NOT NULL',
    ) => `WITH side AS (
  SELECT home_id AS team_id, home_score AS us, away_score AS them
  FROM ${match}
  ${known}
  ${second}
)
SELECT
  t.name,
  COUNT(s.team_id) AS played,
  COALESCE(SUM(${points}), 0) AS points,
  COALESCE(SUM(s.us - s.them), 0) AS difference
FROM team AS t
${join} side AS s ON s.team_id = t.id
GROUP BY t.id
ORDER BY points DESC, difference DESC, t.name
`;
    const earned = (draw: number, more = '>') =>
      `CASE WHEN s.us ${more} s.them THEN ${win} WHEN s.us = s.them THEN ${draw} ELSE 0 END`;
    const away = (us: string, them: string) => `UNION ALL
  SELECT away_id, ${us}, ${them}
  FROM ${match}
  WHERE home_score IS NOT NULL`;
    const right = away('away_score', 'home_score');
    return {
      title: `The table of a ${sport} league`,
      statement: `The tables \`team(id, name)\` and \`${match}(id, home_id, away_id, home_score, away_score)\` are those of a ${sport} league: in each \`${match}\` the home team made \`home_score\` ${scored}, the away team \`away_score\`. Both are NULL when it was not played yet; such a row counts for nothing.

Who makes more ${scored} gets **${win} points**, a draw gives **1 point** to both. Return for **every** team \`name\`, \`played\` (how many it played), \`points\` and \`difference\` (${scored} made minus ${scored} let in). Who has not played yet has 0 everywhere. Most points come first, then the better difference, then the alphabet.

With the first rows the answer is

${shown(['name', 'played', 'points', 'difference'], answer)}
`,
      objectives: ['Bring two roles of a row together with UNION ALL', 'Sum up a CASE'],
      tags: ['union', 'case', 'left join'],
      hints: [
        `Each row of ${match} tells something about two teams. How would a table look that has a row for each team and ${match}?`,
        'Make one SELECT that sees a row from the home side, one from the away side, and put them together; UNION alone would drop rows that are alike.',
        `Join that, from the left, to the teams; sum up a CASE for the points and us minus them for the difference, and let COALESCE care for who has not played.`,
      ],
      setup: `CREATE TABLE team (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE ${match} (id INTEGER PRIMARY KEY, home_id INTEGER NOT NULL REFERENCES team (id), away_id INTEGER NOT NULL REFERENCES team (id), home_score INTEGER, away_score INTEGER);
${insert('team', teams)}${insert(match, games)}`,
      solution: query(earned(1), right),
      ordered: true,
      mistakes: [
        { why: 'forgets the away side', source: query(earned(1), '') },
        {
          why: 'does not turn the score round for the away side',
          source: query(earned(1), away('home_score', 'away_score')),
        },
        { why: 'drops rows that are alike', source: query(earned(1), right.replace(' ALL', '')) },
        { why: 'loses who has not played', source: query(earned(1), right, 'JOIN') },
        { why: 'nothing for a draw', source: query(earned(0), right) },
        { why: 'a draw is a win', source: query(earned(1, '>='), right) },
        { why: 'counts what was not played', source: query(earned(1), right, 'LEFT JOIN', '') },
      ],
      cases: databases(['nothing played yet', `DELETE FROM ${match};`], {
        'all planned': `UPDATE ${match} SET home_score = NULL, away_score = NULL;`,
        'no teams': `DELETE FROM ${match}; DELETE FROM team;`,
        'the same result twice': insert(match, [
          [20, 1, 2, a + 1, a],
          [21, 1, 2, a + 1, a],
        ]),
        'nothing but draws': `UPDATE ${match} SET away_score = home_score;`,
        goalless: `UPDATE ${match} SET home_score = 0, away_score = 0;`,
        'the fourth comes in': insert(match, [
          [22, 4, 1, 9, 0],
          [23, 2, 4, 0, 1],
        ]),
        'equal points and difference': `DELETE FROM ${match}; ${insert(match, [
          [1, 2, 1, 3, 1],
          [2, 4, 3, 2, 0],
        ])}`,
        'the difference decides': `DELETE FROM ${match}; ${insert(match, [
          [1, 2, 1, 3, 1],
          [2, 4, 3, 5, 0],
          [3, 1, 3, 1, 0],
        ])}`,
        'scores turned round': `UPDATE ${match} SET home_score = away_score, away_score = home_score;`,
      }),
    };
  },
};
