import type { ErrorKind } from './kinds.ts';

export const JAVA: readonly ErrorKind[] = [
  {
    pattern: /error: ';' expected/,
    meaning: 'A statement ends with a semicolon.',
    look: 'Add it at the end of the line it marks.',
  },
  {
    pattern: /error: cannot find symbol[\s\S]*?symbol:\s+(\w+) (\w+)/,
    meaning: 'Java knows no $1 `$2` here.',
    look: 'Check the spelling and the case, that it is declared in this block, and that the class is imported.',
  },
  {
    pattern: /error: incompatible types: possible lossy conversion from (\w+) to (\w+)/,
    meaning: 'A $1 may not fit into a $2, so Java does not convert it by itself.',
    look: 'Use $1 for the variable, or convert by hand with `($2)` if nothing can be lost.',
  },
  {
    pattern: /error: incompatible types: (.+?) cannot be converted to (\S+)/,
    meaning: 'Here is a value of the type $1 where a $2 is needed.',
    look: 'Compare the types on both sides of the assignment, or of the return.',
  },
  {
    pattern: /error: missing return statement/,
    meaning: 'There is a way through the method that ends without `return`.',
    look: 'What is returned when no condition holds, or the loop does not run at all?',
  },
  {
    pattern: /error: variable (\w+) might not have been initialized/,
    meaning: '`$1` is used on a way on which it never got a value.',
    look: 'Give it a value where it is declared.',
  },
  {
    pattern: /error: variable (\w+) is already defined/,
    meaning: '`$1` is declared twice.',
    look: 'Leave out the type where you only change it.',
  },
  {
    pattern: /error: bad operand types for binary operator '(.+?)'/,
    meaning: '`$1` does not work between these two types.',
    look: 'Texts and objects are compared by `equals`, not calculated with.',
  },
  {
    pattern: /error: (?:reached end of file while parsing|class, interface, enum, or record expected)/,
    meaning: 'The curly brackets don’t match.',
    look: 'Count `{` against `}`, from the place it names upwards.',
  },
  {
    pattern: /ArrayIndexOutOfBoundsException: Index (-?\d+) out of bounds for length (\d+)/,
    meaning: 'The array has $2 elements, at 0 to $2 minus 1; the code asked for position $1.',
    look: 'Look at the bounds of your loop, and at what happens when the array is empty.',
  },
  {
    pattern: /(?:Index|StringIndex)OutOfBounds/,
    meaning: 'A list or a text has no element at this position.',
    look: 'Look at the bounds of your loop: `< size()`, not `<= size()`.',
  },
  {
    pattern: /NullPointerException/,
    meaning: 'A method is called, or a field read, on something that is `null`.',
    look: 'Which value stands before the point? `map.get` gives null where there is no entry.',
  },
  {
    pattern: /ArithmeticException: \/ by zero/,
    meaning: 'A whole number is divided by zero.',
    look: 'Find out when the divisor is 0, and treat that case before.',
  },
  {
    pattern: /NumberFormatException: For input string: (".*?")/,
    meaning: '$1 is no number that Java can read.',
    look: 'Look for spaces, a point, or nothing at all in the text.',
  },
  {
    pattern: /ConcurrentModificationException/,
    meaning: 'A list was changed while a for loop went through it.',
    look: 'Collect what is to be removed, or use `removeIf`.',
  },
  {
    pattern: /StackOverflowError/,
    meaning: 'The method calls itself again and again without an end.',
    look: 'Which call needs no further one? Make sure that each call comes nearer to it.',
  },
];
