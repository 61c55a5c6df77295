import type { ErrorKind } from './kinds.ts';

export const JAVASCRIPT: readonly ErrorKind[] = [
  {
    pattern: /ReferenceError: Cannot access '(\w+)' before initialization/,
    meaning: '`$1` is used above the line that declares it with `let` or `const`.',
    look: 'Move the declaration up, or check whether the same name is declared twice.',
  },
  {
    pattern: /ReferenceError: (\w+) is not defined/,
    meaning: 'Nothing is called `$1` at this place.',
    look: 'Check the spelling and the case, and that it is declared with `let` or `const` where this line can see it.',
  },
  {
    pattern: /TypeError: Cannot read properties of (undefined|null) \(reading '(.+?)'\)/,
    meaning: 'There is $1 where a value with `$2` should be.',
    look: 'Which value stands before the point? A position outside of an array gives undefined.',
  },
  {
    pattern: /TypeError: (.+?) is not a function/,
    meaning: '`$1` is called, and is no function.',
    look: 'Check the spelling, and what the value before the point is: strings, arrays and numbers know different methods.',
  },
  {
    pattern: /TypeError: (.+?) is not iterable/,
    meaning: '`$1` can’t be gone through one by one.',
    look: 'For an object use `Object.entries`, and check that the value is no number and not undefined.',
  },
  {
    pattern: /TypeError: Assignment to constant variable/,
    meaning: 'What `const` declares keeps its value.',
    look: 'Declare it with `let` if it has to change.',
  },
  {
    pattern: /TypeError: Cannot mix BigInt and other types/,
    meaning: 'Large whole numbers come as BigInt, and don’t calculate with ordinary numbers.',
    look: 'Make both the same: `BigInt(x)`, or write `2n` in place of `2`.',
  },
  {
    pattern: /RangeError: Maximum call stack size exceeded/,
    meaning: 'The function calls itself again and again without an end.',
    look: 'Which call needs no further one? Make sure that each call comes nearer to it.',
  },
  {
    pattern: /RangeError: Invalid array length/,
    meaning: 'An array can’t have this length: it is negative, no whole number, or too large.',
    look: 'Look at how the length is calculated.',
  },
  {
    pattern: /SyntaxError: Identifier '(\w+)' has already been declared/,
    meaning: '`$1` is declared twice in the same block.',
    look: 'Leave out `let` or `const` where you only change it.',
  },
  {
    pattern: /SyntaxError: (?:Unexpected end of input|missing \) after argument list)/,
    meaning: 'A bracket is opened and not closed.',
    look: 'Count `(`, `[` and `{` against `)`, `]` and `}`.',
  },
  {
    pattern: /SyntaxError: Unexpected (?:token|identifier) ?'?(.*?)'?$/m,
    meaning: 'JavaScript can’t read this: it did not expect `$1` here.',
    look: 'Look just before it: an operator, a comma or a bracket is often missing.',
  },
  {
    pattern: /SyntaxError/,
    meaning: 'JavaScript can’t read this line.',
    look: 'Look at the place it marks and at the end of the line before.',
  },
];
