import type { ErrorKind } from './kinds.ts';

/** For C and C++: compilers and signals are the same. */
const BOTH: readonly ErrorKind[] = [
  {
    pattern: /error: expected .*(?:'|‘);(?:'|’).* before/,
    meaning: 'A statement ends with a semicolon.',
    look: 'Add it at the end of the line before the marked place.',
  },
  {
    pattern: /error: (?:'|‘)(\w+)(?:'|’) (?:undeclared|was not declared in this scope)/,
    meaning: 'Nothing is called `$1` at this place.',
    look: 'Check the spelling, that it is declared above in this block, and the `#include` it comes from.',
  },
  {
    pattern: /(?:warning|error): implicit declaration of function (?:'|‘)(\w+)(?:'|’)/,
    meaning: 'The compiler has not seen `$1` before.',
    look: 'Include the header it is declared in, or write the function above its first use.',
  },
  {
    pattern: /error: too (few|many) arguments to function (?:'|‘)(.+?)(?:'|’)/,
    meaning: '`$2` is called with too $1 arguments.',
    look: 'Compare the call with the declaration.',
  },
  {
    pattern: /undefined reference to [`‘'](\w+)/,
    meaning: '`$1` is called, and exists nowhere.',
    look: 'Check the spelling; the function of the exercise must have exactly the name of the starter.',
  },
  {
    pattern: /error: expected declaration or statement at end of input|error: expected (?:'|‘)\}(?:'|’)/,
    meaning: 'The curly brackets don’t match.',
    look: 'Count `{` against `}`.',
  },
  {
    pattern: /SIGSEGV|Segmentation fault/,
    meaning: 'The program touched memory that is not its own.',
    look: 'A position outside of an array, a pointer that is NULL or was freed, or a recursion without an end.',
  },
  {
    pattern: /SIGFPE|Floating point exception/,
    meaning: 'A whole number was divided by zero (the name of the signal is misleading).',
    look: 'Find out when a divisor of `/` or `%` is 0.',
  },
  {
    pattern: /SIGABRT|Aborted|free\(\): |malloc\(\): |double free/,
    meaning: 'The program stopped itself, often because its memory is damaged.',
    look: 'Written beyond the end of an array, freed twice, or freed what malloc did not give.',
  },
];

export const C: readonly ErrorKind[] = [
  ...BOTH,
  {
    pattern: /warning: control reaches end of non-void function/,
    meaning:
      'There is a way through the function that ends without `return`; what comes back then is chance.',
    look: 'What is returned when no condition holds?',
  },
  {
    pattern:
      /(?:warning|error): (?:assignment|initialization|returning|passing argument) .*makes (pointer from integer|integer from pointer)/,
    meaning: 'A number stands where an address is needed, or the other way round.',
    look: 'Is a `*`, an `&` or an index missing?',
  },
];

export const CPP: readonly ErrorKind[] = [
  {
    pattern: /error: no matching function for call to (?:'|‘)(.+?)(?:'|’)/,
    meaning: 'No version of `$1` takes these arguments.',
    look: 'Compare number and types of the arguments with the candidates listed below the message.',
  },
  {
    pattern: /error: (?:'|‘)(\w+)(?:'|’) is not a member of (?:'|‘)std(?:'|’)/,
    meaning: '`std::$1` is not known here.',
    look: 'Include the header it is in, such as `<algorithm>`, `<vector>`, `<map>` or `<string>`.',
  },
  {
    pattern: /terminate called after throwing an instance of (?:'|‘)std::out_of_range(?:'|’)/,
    meaning: 'A position or a key was asked for that isn’t there.',
    look: 'Look at each `.at(…)` and `substr`, and at empty input.',
  },
  {
    pattern: /terminate called after throwing an instance of (?:'|‘)(.+?)(?:'|’)/,
    meaning: 'An exception of the type $1 was thrown and nobody caught it.',
    look: 'The line `what():` says more.',
  },
  ...BOTH,
];
