import type { SqlFamily } from '../family.ts';
import { between, pick } from '../pick.ts';
import { databases, insert, type Row, shown, sortedBy } from './tables.ts';

const STORIES = [
  {
    where: 'a flat hunt',
    table: 'flat',
    word: 'garden',
    texts: [
      'quiet, with a garden',
      'garden and garage',
      'near the winter garden',
      'three rooms, balcony',
      'small yard',
    ],
  },
  {
    where: 'a recipe book',
    table: 'recipe',
    word: 'lemon',
    texts: ['cake with lemon', 'lemon soup', 'rice, lemon and mint', 'tomato pie', 'melon salad'],
  },
  {
    where: 'a job board',
    table: 'job',
    word: 'night',
    texts: ['guard, at night', 'night nurse', 'one night a week', 'baker, mornings', 'kitchen help'],
  },
] as const;

/** Texts that contain a word, and a price that is not too high. */
export const sqlTextPattern: SqlFamily = {
  kind: 'sql',
  id: 'sql-text-pattern',
  words: 'sql like pattern text search contains wildcard percent string where between range match words',
  difficulties: ['EASY'],
  make(random) {
    const { where, table, word, texts } = pick(random, STORIES);
    const low = between(random, 10, 20);
    const high = low + between(random, 8, 15);
    const amounts = [low, high, low - 1, low + 1, high - 1];
    const rows: Row[] = texts.map((text, i) => [i + 1, text, amounts[i] ?? 0]);
    const answer = sortedBy(
      rows.filter(([, text, amount]) => {
        const inRange = Number(amount) >= low && Number(amount) <= high;
        return String(text).includes(word) && inRange;
      }),
      row => Number(row[2]),
      row => Number(row[0]),
    ).map(([id, text]) => [id ?? null, text ?? null]);
    const query = (condition: string, order = 'amount, id') =>
      `SELECT id, description\nFROM ${table}\nWHERE ${condition}\nORDER BY ${order}\n`;
    const like = `description LIKE '%${word}%'`;
    const range = `amount BETWEEN ${low} AND ${high}`;
    return {
      title: `Somewhere it says ${word}`,
      statement: `The table \`${table}(id, description, amount)\` is that of ${where}.

Return \`id\` and \`description\` of every row whose description **contains** \`${word}\` anywhere (at the start, in the middle, at the end, within a longer word, in capital letters, too) and whose \`amount\` lies **from ${low} to ${high}**, both included. The smallest amount comes first; of equal amounts the smaller \`id\`.

With the first rows the answer is

${shown(['id', 'description'], answer)}
`,
      objectives: ['Find texts by a pattern', 'Filter by a range'],
      tags: ['like', 'between', 'where'],
      hints: [
        'How would you say "anything, then the word, then anything"?',
        'In a pattern of LIKE, % stands for any text, the empty one too. SQLite does not tell capital letters of English apart there.',
        `Put a % before and after the word; BETWEEN has both of its bounds in it.`,
      ],
      setup: `CREATE TABLE ${table} (id INTEGER PRIMARY KEY, description TEXT NOT NULL, amount INTEGER NOT NULL);
${insert(table, rows)}`,
      solution: query(`${like} AND ${range}`),
      ordered: true,
      mistakes: [
        {
          why: 'finds the word at the start only',
          source: query(`description LIKE '${word}%' AND ${range}`),
        },
        { why: 'finds the word at the end only', source: query(`description LIKE '%${word}' AND ${range}`) },
        { why: 'wants the text to be the word', source: query(`description = '${word}' AND ${range}`) },
        { why: 'leaves out the bounds', source: query(`${like} AND amount > ${low} AND amount < ${high}`) },
        { why: 'one of the conditions is enough', source: query(`${like} OR ${range}`) },
        { why: 'sorts by id', source: query(`${like} AND ${range}`, 'id') },
      ],
      cases: databases(['the word alone', insert(table, [[10, word, low + 2]])], {
        'an empty table': `DELETE FROM ${table};`,
        'in capital letters': insert(table, [[11, word.toUpperCase(), high]]),
        'within a longer word': insert(table, [[12, `many ${word}s here`, low]]),
        'almost the word': insert(table, [[13, word.slice(0, -1), low + 1]]),
        'no text at all': insert(table, [[14, '', low + 1]]),
        'all at the upper bound': `UPDATE ${table} SET amount = ${high};`,
        'all just above': `UPDATE ${table} SET amount = ${high + 1};`,
        'all just below': `UPDATE ${table} SET amount = ${low - 1};`,
        'the dear ones first in the table': `UPDATE ${table} SET amount = ${high} - id;`,
        'the word everywhere': `UPDATE ${table} SET description = description || ' (${word})';`,
      }),
    };
  },
};
