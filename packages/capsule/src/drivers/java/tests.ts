const IMPORT = /^\s*import\s[^;]*;\s*$/;
const NOTHING = /^\s*(?:\/\/.*)?$/;

/**
 * A class with a method for each test, without a package like the learner's own. A test is statements; lines at its
 * start that import go before the class.
 */
export function javaTests(tests: string[]): string {
  const imports: string[] = [];
  const methods = tests.map((code, index) => {
    const lines = code.split('\n');
    const first = lines.findIndex(line => !IMPORT.test(line) && !NOTHING.test(line));
    const count = first < 0 ? lines.length : first;
    imports.push(...lines.slice(0, count).filter(line => IMPORT.test(line)));
    return `  static void test${index}() throws Throwable {\n${lines.slice(count).join('\n')}\n  }\n`;
  });
  return `import java.util.*;\n${imports.join('\n')}\n\nfinal class CapsuleTests {\n${methods.join('\n')}}\n`;
}
