import type { ProgramLanguage } from '@devcapsules/capsule/execution';
import type { Signature } from '@devcapsules/capsule/starter/signature';

/** The function of the worked example, named as each language's programmers would. */
export function exampleSignature(language: ProgramLanguage): Signature {
  return {
    functionName: language === 'javascript' || language === 'java' ? 'countAbove' : 'count_above',
    params: [
      { name: 'numbers', type: 'list<int>' },
      { name: 'limit', type: 'int' },
    ],
    returns: 'int',
  };
}

export const FUNCTIONS: Record<ProgramLanguage, string> = {
  python: `def count_above(numbers: list[int], limit: int) -> int:
    count = 0
    for number in numbers:
        if number > limit:
            count += 1
    return count
`,
  javascript: `function countAbove(numbers, limit) {
  let count = 0;
  for (const number of numbers) {
    if (number > limit) count++;
  }
  return count;
}
`,
  java: `class Solution {
    static long countAbove(long[] numbers, long limit) {
        long count = 0;
        for (long number : numbers) {
            if (number > limit) count++;
        }
        return count;
    }
}
`,
  c: `#include <stddef.h>

long long count_above(const long long *numbers, size_t numbers_length, long long limit) {
    long long count = 0;
    for (size_t i = 0; i < numbers_length; i++) {
        if (numbers[i] > limit) count++;
    }
    return count;
}
`,
  cpp: `#include <vector>

long long count_above(const std::vector<long long>& numbers, long long limit) {
    long long count = 0;
    for (long long number : numbers) {
        if (number > limit) count++;
    }
    return count;
}
`,
};

export const PROGRAMS: Record<ProgramLanguage, string> = {
  python: `limit = int(input())
count = 0
for number in map(int, input().split()):
    if number > limit:
        count += 1
print(count)
`,
  javascript: `const [limit, ...numbers] = require('node:fs').readFileSync(0, 'utf8').trim().split(/\\s+/).map(Number);
let count = 0;
for (const number of numbers) {
  if (number > limit) count++;
}
console.log(count);
`,
  java: `import java.util.Scanner;

public class Main {
    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        long limit = input.nextLong();
        long count = 0;
        while (input.hasNextLong()) {
            if (input.nextLong() > limit) count++;
        }
        System.out.println(count);
    }
}
`,
  c: `#include <stdio.h>

int main(void) {
    long long limit, number, count = 0;
    scanf("%lld", &limit);
    while (scanf("%lld", &number) == 1) {
        if (number > limit) count++;
    }
    printf("%lld\\n", count);
    return 0;
}
`,
  cpp: `#include <iostream>

int main() {
    long long limit, number, count = 0;
    std::cin >> limit;
    while (std::cin >> number) {
        if (number > limit) count++;
    }
    std::cout << count << '\\n';
}
`,
};

/** What a program that reads and prints starts from: it compiles, and prints nothing. */
export const PROGRAM_STARTERS: Record<ProgramLanguage, string> = {
  python: '# Read with input(), answer with print().\n',
  javascript: `const input = require('node:fs').readFileSync(0, 'utf8');
// Answer with console.log().
`,
  java: `import java.util.Scanner;

public class Main {
    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        // Answer with System.out.println().
    }
}
`,
  c: `#include <stdio.h>

int main(void) {
    // Read with scanf(), answer with printf().
    return 0;
}
`,
  cpp: `#include <iostream>

int main() {
    // Read from std::cin, answer to std::cout.
}
`,
};

/** An assertion that the function gives this of these; of a `program` capsule's tests. */
export const ASSERTIONS: Record<
  ProgramLanguage,
  (numbers: number[], limit: number, expected: number) => string
> = {
  python: (numbers, limit, expected) =>
    `assert count_above([${numbers.join(', ')}], ${limit}) == ${expected}\n`,
  javascript: (numbers, limit, expected) =>
    `assert.equal(countAbove([${numbers.join(', ')}], ${limit}), ${expected});\n`,
  java: (numbers, limit, expected) =>
    `assert Solution.countAbove(new long[] {${numbers.join(', ')}}, ${limit}) == ${expected};\n`,
  c: (numbers, limit, expected) =>
    `long long numbers[] = {${numbers.join(', ') || '0'}};\nassert(count_above(numbers, ${numbers.length}, ${limit}) == ${expected});\n`,
  cpp: (numbers, limit, expected) =>
    `assert(count_above({${numbers.join(', ')}}, ${limit}) == ${expected});\n`,
};
