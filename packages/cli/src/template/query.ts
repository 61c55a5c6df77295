/** The document of a small SQL exercise that proves. */
export function workedQuery(): object {
  return {
    title: 'Long books',
    statement: `List the titles of all books with more than 300 pages, the longest first; of equal length by title.

The table is \`book(title, pages)\`.`,
    judge: {
      kind: 'query',
      ordered: true,
      setup: `CREATE TABLE book (title TEXT NOT NULL, pages INTEGER NOT NULL);
INSERT INTO book VALUES ('Emma', 474), ('Persuasion', 249), ('Middlemarch', 880), ('Silas Marner', 300);
`,
    },
    starter: 'SELECT\n',
    solution: 'SELECT title FROM book WHERE pages > 300 ORDER BY pages DESC, title;\n',
    tests: [
      { name: 'the library' },
      {
        name: 'equal length',
        setup: "INSERT INTO book VALUES ('Villette', 474), ('Ada', 474), ('Romola', 301);",
        hidden: true,
      },
      { name: 'no long book', setup: 'DELETE FROM book WHERE pages > 300;', hidden: true },
    ],
    hints: ['ORDER BY takes several columns, each with its own direction.'],
    wrongSolutions: [
      {
        why: 'takes books of 300 pages too',
        source: 'SELECT title FROM book WHERE pages >= 300 ORDER BY pages DESC, title;\n',
      },
      {
        why: 'begins with the shortest',
        source: 'SELECT title FROM book WHERE pages > 300 ORDER BY pages, title;\n',
      },
      {
        why: 'leaves the order of equal ones open',
        source: 'SELECT title FROM book WHERE pages > 300 ORDER BY pages DESC, title DESC;\n',
      },
    ],
  };
}
