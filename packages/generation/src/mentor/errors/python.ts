import type { ErrorKind } from './kinds.ts';

export const PYTHON: readonly ErrorKind[] = [
  {
    pattern: /IndentationError: expected an indented block/,
    meaning: 'After a line that ends with a colon, Python expects indented lines that belong to it.',
    look: 'Indent the line it names by four spaces, or write `pass` there for now.',
  },
  {
    pattern: /(?:IndentationError|TabError)/,
    meaning: 'Lines of one block are not indented alike.',
    look: 'Compare the spaces before the line it names with those of its neighbours; don’t mix tabs and spaces.',
  },
  {
    pattern: /SyntaxError: '(.)' was never closed/,
    meaning: 'A `$1` was opened and never closed.',
    look: 'Follow the line it names to where the closing one should be.',
  },
  {
    pattern: /SyntaxError: unterminated string literal/,
    meaning: 'A text was begun with a quotation mark and not ended on the same line.',
    look: 'Look for the missing quotation mark.',
  },
  {
    pattern: /SyntaxError: expected ':'/,
    meaning: 'A line like `if`, `for`, `while` or `def` ends with a colon.',
    look: 'Add the colon at the end of the line.',
  },
  {
    pattern: /SyntaxError: .*Maybe you meant '=='/,
    meaning: 'A single `=` stores a value; it does not compare.',
    look: 'Write `==` where you compare.',
  },
  {
    pattern: /SyntaxError/,
    meaning: 'Python can’t read this line.',
    look: 'Look at the place it marks and at the end of the line before: a bracket, a quotation mark or a colon is often missing.',
  },
  {
    pattern: /UnboundLocalError: .*'(\w+)'/,
    meaning:
      '`$1` is given a value somewhere in this function, so that Python takes it for the function’s own; here it is used before that.',
    look: 'Give it a value before the loop or the condition in which it is used.',
  },
  {
    pattern: /NameError: name '(\w+)' is not defined/,
    meaning: 'Nothing is called `$1` at this place.',
    look: 'Check the spelling and the case, and that it gets a value before it is used.',
  },
  {
    pattern: /IndexError: (\w+) (?:assignment )?index out of range/,
    meaning: 'The $1 has no element at this position: positions go from 0 to its length minus 1.',
    look: 'Look at the largest position your code asks for, and at what happens when the $1 is empty.',
  },
  {
    pattern: /KeyError: (.+)/,
    meaning: 'The dictionary has no entry $1.',
    look: 'Ask with `in` first, or use `get` with a value for the case that it isn’t there.',
  },
  {
    pattern: /ZeroDivisionError/,
    meaning: 'Something is divided by zero.',
    look: 'Find out when the divisor is 0 (an empty list has the length 0) and treat that case before.',
  },
  {
    pattern: /(?:Type|Attribute)Error: (?:object of type )?'NoneType'/,
    meaning: 'Here is `None` where a value should be.',
    look: 'A function without `return` gives `None`, and so do methods that change a list in place, such as `sort` and `append`.',
  },
  {
    pattern: /TypeError: unsupported operand type\(s\) for (\S+): '(\w+)' and '(\w+)'/,
    meaning: '`$1` does not work between $2 and $3.',
    look: 'Convert one of them, for example by `int(…)` or `str(…)`.',
  },
  {
    pattern: /TypeError: can only concatenate (\w+)/,
    meaning: '`+` joins two values of the same kind; one of these is no $1.',
    look: 'Convert the other one, for example by `str(…)`.',
  },
  {
    pattern: /TypeError: (\w+)\(\) (?:takes|missing) /,
    meaning: '`$1` is called with another number of arguments than it has parameters.',
    look: 'Compare the call with the line that begins with `def`.',
  },
  {
    pattern: /TypeError: '(\w+)' object is not (callable|iterable|subscriptable)/,
    meaning: 'A value of the type $1 is not $2.',
    look: 'Check what the name stands for at this place; brackets after it call it or ask for one of its elements.',
  },
  {
    pattern: /ValueError: invalid literal for int\(\)/,
    meaning: 'This text is no whole number, so `int` can’t read it.',
    look: 'Print the text with `repr` and look for a point, a space or nothing at all.',
  },
  {
    pattern: /AttributeError: '(\w+)' object has no attribute '(\w+)'/,
    meaning: 'A value of the type $1 knows no `$2`.',
    look: 'Check the spelling, and whether the value is of the type you think.',
  },
  {
    pattern: /RecursionError/,
    meaning: 'The function calls itself again and again without an end.',
    look: 'Which call needs no further one? Make sure that each call comes nearer to it.',
  },
];
