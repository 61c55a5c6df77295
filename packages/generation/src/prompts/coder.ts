import type { Language } from '@devcapsules/capsule/schema/capsule';
import { FENCE_RULE, fenced } from './fence.ts';

const RULES: Record<Language, string> = {
  python: 'Python 3.11, the standard library alone, a plain function.',
  javascript:
    'JavaScript as of Node 18, a plain function declaration, no modules. An `int` comes as a number, or as a bigint beyond 2^53.',
  java: 'Java 17, `class Solution` with a static method of the declared name. `int` is `long`, `list<int>` is `long[]`, other lists are `java.util.List`, maps are `java.util.Map`.',
  c: 'C17 with `#include "capsule.h"`. `int` is `long long`; a list comes as `const T *name, size_t name_length` and is returned as the struct of capsule.h (`int_list` with `items` and `length`); what is returned is allocated with malloc.',
  cpp: 'C++20. `int` is `long long`, lists are `std::vector`, maps are `std::map`, optionals are `std::optional`.',
  sql: 'One SQLite query, nothing that changes data.',
};

const CODE = `Give
- \`solution\`: correct for every input that the statement allows, readable, the way an experienced programmer of the language would write it;
- \`validator\`: a function named is_valid with the same parameters that returns a bool: whether an input is one the statement allows;
- \`inputs\`: 12 to 20 of them, each with a name that says what it is for and \`args\`, a JSON array with one value a parameter. Take edge cases (empty, one, equal, zero, negative, the largest), typical ones, random ones, and ones that catch each of the mistakes named. Three are visible (\`hidden\` false), the others hidden. No results: they are found out by running your solution;
- \`wrong_solutions\`: two or three that look right, compile, and make one of those mistakes each.`;

const SQL = `Give
- \`setup\`: CREATE TABLE and INSERT statements with a handful of rows that a person can look over;
- \`solution\`: the query;
- \`inputs\`: 6 to 12 of them, each with a name and \`setup\`, further statements that change the data before the query runs (one, visible, changes nothing). Hidden ones bring what catches the mistakes named: NULL, no rows, ties, duplicates, rows without a partner. No results: they are found out by running your query;
- \`wrong_solutions\`: two or three queries that look right and make one of those mistakes each.`;

/** @param plan what the pedagogist wrote, as JSON */
export function coderPrompt(language: Language, plan: string, token: string) {
  return {
    system: `You write reference solutions and test inputs for programming exercises. What you write is executed and checked: the solution against a second one that somebody writes from the statement alone, the inputs against small faults put into your solution, each of which some input must bring to light.

${FENCE_RULE}`,
    prompt: `The exercise:\n\n${fenced('exercise', plan, token)}\n\nLanguage: ${RULES[language]}\n\n${language === 'sql' ? SQL : CODE}`,
  };
}

/** For another who solves it knowing nothing but what a learner knows. */
export function blindPrompt(language: Language, told: string, token: string) {
  return {
    system: `You solve programming exercises. Do exactly what the statement says; where it leaves something open, take the plainest reading. Answer with the solution alone.\n\n${FENCE_RULE}`,
    prompt: `${fenced('exercise', told, token)}\n\nLanguage: ${RULES[language]}`,
  };
}
