const KEYWORDS = `auto bool break case char class const continue default delete do double else extern false float for
goto if inline int long main namespace new NULL operator return short signed sizeof static struct switch template
this true typedef typename union unsigned using void volatile while`;

/** Ends the learner's macros of these names, for what follows is made of them. */
export const UNDEFINE = KEYWORDS.split(/\s+/)
  .map(word => `#undef ${word}\n`)
  .join('');

/** Where test programs stand in messages: they are in no file of that name, so that no line of theirs is shown. */
export const TESTS_FILE = 'tests';

/**
 * The end of a program that runs tests: `devcapsules_test(index)` runs one of them. A test is statements;
 * lines with # at its start, includes for example, go before.
 */
export function testFunctions(tests: string[]): string {
  const parts = tests.map(splitTest);
  return `
#undef assert
#undef NDEBUG
#include <stdbool.h>
#include <stddef.h>
#include <assert.h>
${parts
  .map(
    ({ head, body, line }, i) =>
      `${head}static void devcapsules_test_${i}(void) {\n#line ${line} "${TESTS_FILE}"\n${body}\n}\n`,
  )
  .join('')}
static void devcapsules_test(int test) {
  switch (test) {
${parts.map((_, i) => `    case ${i}: devcapsules_test_${i}(); break;\n`).join('')}  }
}
`;
}

/** Runs the test that the task names, and says that its end was reached. */
export function programMain(nonce: string): string {
  return `
static void devcapsules_test(int test);

int main(void) {
  devcapsules_begin();
  devcapsules_skip("\\",\\"test\\":");
  devcapsules_test(devcapsules_number(&devcapsules_at));
  devcapsules_answer("nonce", ${JSON.stringify(JSON.stringify(nonce))}, ${JSON.stringify(nonce).length});
  return 0;
}
`;
}

function splitTest(code: string): { head: string; body: string; line: number } {
  const lines = code.split('\n');
  const first = lines.findIndex(line => !/^\s*(#.*)?$/.test(line));
  const count = first < 0 ? lines.length : first;
  return {
    head: lines
      .slice(0, count)
      .map(line => `${line}\n`)
      .join(''),
    body: lines.slice(count).join('\n'),
    line: count + 1,
  };
}
