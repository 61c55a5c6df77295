/** Ways to run a script, or to lead somebody there; each sets window.__xss if it gets through. */
export const PAYLOADS = [
  '<script>window.__xss=1</script>',
  '<img src=x onerror="window.__xss=2">',
  '<svg onload="window.__xss=3"></svg>',
  '<svg><animate onbegin="window.__xss=4" attributeName=x dur=1s></svg>',
  '<iframe srcdoc="<script>parent.__xss=5</script>"></iframe>',
  '<a href="javascript:window.__xss=6">six</a>',
  '<details open ontoggle="window.__xss=7">seven</details>',
  '<input autofocus onfocus="window.__xss=8">',
  '<math><mtext><table><mglyph><style><img src=x onerror="window.__xss=9">',
  '<form action="javascript:window.__xss=10"><button id=body>ten</button></form>',
  '"><script>window.__xss=11</script>',
  "'-(window.__xss=12)-'",
  '</textarea></title></style><img src=x onerror="window.__xss=13">',
  '<object data="data:text/html,<script>parent.__xss=14</script>"></object>',
  '<meta http-equiv="refresh" content="0;url=javascript:window.__xss=15">',
  '&lt;img src=x onerror=window.__xss=16&gt;',
];

/** The same in Markdown's own clothes. */
const MARKDOWN_PAYLOADS = [
  '[click](javascript:window.__xss=21)',
  '[click](<java\tscript:window.__xss=22>)',
  '[click](&#106;avascript:window.__xss=23)',
  '[click](data:text/html,<script>window.__xss=24</script>)',
  '![x](x"onerror="window.__xss=25)',
  '![x](javascript:window.__xss=26)',
  '<javascript:window.__xss=27>',
  '[x]: javascript:window.__xss=28\n\n[x]',
  '```"><script>window.__xss=29</script>\ncode\n```',
  '| <img src=x onerror=window.__xss=30> |\n| --- |\n| <svg onload=window.__xss=31> |',
];

const statement = [...PAYLOADS, ...MARKDOWN_PAYLOADS].join('\n\n');

/** Hostile in each text an author can set, and in what the program prints. */
export const hostileProgram = {
  schemaVersion: 1,
  type: 'CODE',
  language: 'python',
  title: '<img src=x onerror="window.__xss=41"> Echo',
  difficulty: 'HARD',
  tags: ['<script>window.__xss=42</script>'],
  statement,
  objectives: PAYLOADS.slice(0, 10),
  judge: { kind: 'stdio' },
  starter: '# <script>window.__xss=43</script>\n',
  solution: 'while True:\n    try:\n        print(input()[::-1])\n    except EOFError:\n        break\n',
  tests: PAYLOADS.map(payload => ({
    name: payload,
    stdin: `${payload}\n`,
    expected: `${reversed(payload)}\n`,
  })),
  hints: [],
};
/** Prints its input as it came, and fails with it: a wrong answer full of payloads. */
export const HOSTILE_SOURCE = 'import sys\nline = input()\nprint(line)\nprint(line, file=sys.stderr)\n';
export const HOSTILE_CRASH = 'raise Exception(input())\n';

/** Hostile in names of columns and in values. */
export const hostileQuery = {
  schemaVersion: 1,
  type: 'SQL',
  language: 'sql',
  title: 'Echo <svg onload="window.__xss=44"></svg>',
  difficulty: 'HARD',
  statement: 'List the texts by their number.',
  judge: {
    kind: 'query',
    ordered: true,
    setup: `CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT);\n${PAYLOADS.map(
      payload => `INSERT INTO note (text) VALUES (${quoted(payload)});`,
    ).join('\n')}`,
  },
  starter: 'SELECT\n',
  solution: `SELECT text AS "<img src=x onerror='window.__xss=45'>" FROM note ORDER BY id`,
  tests: [
    { name: PAYLOADS[1] ?? '' },
    { name: 'more', setup: "INSERT INTO note (text) VALUES ('z')", hidden: true },
  ],
  hints: [],
};

function reversed(text: string): string {
  return [...text].reverse().join('');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
