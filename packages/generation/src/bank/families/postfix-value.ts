import type { CodeFamily } from '../family.ts';
import { between, pick } from '../pick.ts';
import { alike, hidden, shown, told } from './shorthand.ts';

const STORIES = [
  {
    title: 'A calculator without brackets',
    scene: 'An old calculator reads numbers and signs one after the other',
  },
  { title: 'Cards on a pile', scene: 'In a game, number cards go onto a pile, and sign cards act on it' },
  { title: 'The robot that calculates', scene: 'A robot reads a strip of paper with numbers and signs' },
] as const;

/** Evaluates a postfix expression that has one operator of its own. */
export const postfixValue: CodeFamily = {
  kind: 'code',
  id: 'postfix-value',
  words: 'postfix reverse polish notation rpn stack evaluate expression calculator operators push pop tokens',
  difficulties: ['MEDIUM'],
  make(random) {
    const { title, scene } = pick(random, STORIES);
    const own = pick(random, ['@', '&', '~', '!']);
    const factor = between(random, 2, 9);
    const [a, b, c] = [between(random, 5, 9), between(random, 2, 4), between(random, 2, 9)];
    const tokens = [`${a}`, `${b}`, '-', `${c}`, own];
    const small = () => String(between(random, -9, 9));
    return {
      title,
      statement: `${scene}. A **number** is put onto a stack. A **sign** takes the two topmost numbers off, first \`right\`, then \`left\`, and puts one back:

- \`+\`, \`-\` and \`*\` put back left + right, left − right and left · right,
- \`${own}\` puts back **${factor} · left + right**.

Write \`evaluate\`: \`tokens\` holds numbers and signs as texts. Return the one number that is left at the end. The tokens always fit: there are two numbers for each sign, and one number is left. Numbers may be below zero, like \`-3\`, and have several digits.

**Example:** \`${told(tokens)}\` gives ${factor} · (${a} − ${b}) + ${c} = ${factor * (a - b) + c}.
`,
      objectives: ['Evaluate step by step with a stack'],
      tags: ['stack', 'parsing'],
      hints: [
        'Play it through with slips of paper on a pile. What do you do with a number, what with a sign?',
        'Numbers go on top of a list. A sign takes two off its end, and the one that comes off first is the right one.',
        'First find out whether the token is one of the four signs; all others are numbers, even if they begin with a minus. At the end, a single number is on the stack.',
      ],
      signature: {
        functionName: 'evaluate',
        params: [{ name: 'tokens', type: 'list<string>' }],
        returns: 'int',
      },
      solutions: {
        python: `def evaluate(tokens: list[str]) -> int:
    signs = {
        "+": lambda left, right: left + right,
        "-": lambda left, right: left - right,
        "*": lambda left, right: left * right,
        "${own}": lambda left, right: ${factor} * left + right,
    }
    stack = []
    for token in tokens:
        if token in signs:
            right = stack.pop()
            left = stack.pop()
            stack.append(signs[token](left, right))
        else:
            stack.append(int(token))
    return stack.pop()
`,
        javascript: `const SIGNS = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '${own}': (left, right) => ${factor} * left + right,
};

function evaluate(tokens) {
  const stack = [];
  for (const token of tokens) {
    if (token in SIGNS) {
      const right = stack.pop();
      const left = stack.pop();
      stack.push(SIGNS[token](left, right));
    } else {
      stack.push(Number(token));
    }
  }
  return stack.pop();
}
`,
        java: `import java.util.*;

class Solution {
    static long evaluate(List<String> tokens) {
        Deque<Long> stack = new ArrayDeque<>();
        for (String token : tokens) {
            if (!"+-*${own}".contains(token)) {
                stack.push(Long.parseLong(token));
                continue;
            }
            long right = stack.pop();
            long left = stack.pop();
            stack.push(switch (token) {
                case "+" -> left + right;
                case "-" -> left - right;
                case "*" -> left * right;
                default -> ${factor} * left + right;
            });
        }
        return stack.pop();
    }
}
`,
        c: `#include "capsule.h"
#include <stdlib.h>
#include <string.h>

static long long apply(char sign, long long left, long long right) {
    switch (sign) {
        case '+': return left + right;
        case '-': return left - right;
        case '*': return left * right;
        default: return ${factor} * left + right;
    }
}

long long evaluate(const char *const *tokens, size_t tokens_length) {
    long long *stack = calloc(tokens_length + 1, sizeof *stack);
    size_t height = 0;
    for (size_t i = 0; i < tokens_length; i++) {
        const char *token = tokens[i];
        if (token[1] == '\\0' && strchr("+-*${own}", token[0]) != NULL) {
            long long right = stack[--height];
            long long left = stack[--height];
            stack[height++] = apply(token[0], left, right);
        } else {
            stack[height++] = strtoll(token, NULL, 10);
        }
    }
    long long answer = stack[0];
    free(stack);
    return answer;
}
`,
        cpp: `#include <string>
#include <vector>

static long long apply(const std::string& sign, long long left, long long right) {
    if (sign == "+") return left + right;
    if (sign == "-") return left - right;
    if (sign == "*") return left * right;
    return ${factor} * left + right;
}

long long evaluate(const std::vector<std::string>& tokens) {
    std::vector<long long> stack;
    for (const std::string& token : tokens) {
        if (token == "+" || token == "-" || token == "*" || token == "${own}") {
            long long right = stack.back();
            stack.pop_back();
            long long left = stack.back();
            stack.back() = apply(token, left, right);
        } else {
            stack.push_back(std::stoll(token));
        }
    }
    return stack.back();
}
`,
      },
      mistakes: [
        { why: 'subtracts the wrong way round', edits: alike('left - right', 'right - left') },
        {
          why: `multiplies the wrong one in ${own}`,
          edits: alike(`${factor} * left + right`, `left + ${factor} * right`),
        },
        {
          why: `multiplies the sum in ${own}`,
          edits: alike(`${factor} * left + right`, `${factor} * (left + right)`),
        },
      ],
      cases: [
        shown('as in the statement', tokens),
        shown('a number alone', ['42']),
        hidden('a number below zero alone', ['-7']),
        hidden('a sum', ['12', '30', '+']),
        hidden('a difference below zero', ['3', '10', '-']),
        hidden('a product', ['6', '-7', '*']),
        hidden('the sign of its own', ['11', '4', own]),
        hidden('the sign of its own with 0', ['0', '5', own]),
        hidden('zero on the right', ['5', '0', own]),
        hidden('all numbers first', ['1', '2', '3', '4', '+', '-', own]),
        hidden('one after the other', ['20', '3', '-', '4', '-', '5', '-']),
        hidden('two parts', ['9', '4', '-', '2', '6', '*', own]),
        hidden('minus beside a number below zero', ['-5', '-8', '-']),
        hidden('some', [small(), small(), own, small(), '-', small(), small(), '+', '*']),
        hidden('others', [small(), small(), '-', small(), small(), '-', own, small(), '-']),
        hidden('large numbers', ['1000000007', '1000003', '*', '999999937', '-']),
      ],
    };
  },
};
