/** A piece of text, and whether the other side has it, too. */
export interface Piece {
  text: string;
  same: boolean;
}
/** Two texts side by side: rows of what is alike, or stands on one side only. */
export interface DiffRow {
  expected: Piece[] | null;
  actual: Piece[] | null;
  same: boolean;
}

/** Beyond this, lines are compared one to one: the table of a real comparison grows by the square. */
const MAX_LINES = 300;

/** Compares line by line, and within two lines that stand for each other by their first and last difference. */
export function diffTexts(expected: string, actual: string): DiffRow[] {
  const left = linesOf(expected);
  const right = linesOf(actual);
  const pairs = left.length * right.length <= MAX_LINES ** 2 ? align(left, right) : oneToOne(left, right);
  return joinChanges(pairs).map(([before, after]) => {
    if (before === after && before !== null) {
      const same = [{ text: before, same: true }];
      return { expected: same, actual: same, same: true };
    }
    if (before === null || after === null) {
      const whole = (text: string | null) => (text === null ? null : [{ text, same: false }]);
      return { expected: whole(before), actual: whole(after), same: false };
    }
    const [ours, theirs] = within(before, after);
    return { expected: ours, actual: theirs, same: false };
  });
}

type Pair = [string | null, string | null];

/** One line feed at the end ends the last line; it does not start another. */
function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

function oneToOne(left: string[], right: string[]): Pair[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => [
    left[index] ?? null,
    right[index] ?? null,
  ]);
}

/** The longest common subsequence of lines; what is between goes to one side. */
function align(left: string[], right: string[]): Pair[] {
  const width = right.length + 1;
  const lengths = new Uint32Array((left.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: Pair[] = [];
  let i = 0;
  let j = 0;
  while (i < left.length || j < right.length) {
    const before = left[i];
    const after = right[j];
    if (before !== undefined && before === after) {
      pairs.push([before, after]);
      i++;
      j++;
    } else if (after === undefined || (before !== undefined && at(i + 1, j) >= at(i, j + 1))) {
      pairs.push([before ?? null, null]);
      i++;
    } else {
      pairs.push([null, after]);
      j++;
    }
  }
  return pairs;
}

/** Lines that went and lines that came in their place stand beside each other. */
function joinChanges(pairs: Pair[]): Pair[] {
  const joined: Pair[] = [];
  let gone: string[] = [];
  let come: string[] = [];
  const flush = () => {
    joined.push(...oneToOne(gone, come));
    gone = [];
    come = [];
  };
  for (const [before, after] of pairs) {
    if (before !== null && after !== null) {
      flush();
      joined.push([before, after]);
    } else if (before !== null) gone.push(before);
    else if (after !== null) come.push(after);
  }
  flush();
  return joined;
}

/** What two lines share at both ends, and what differs in the middle. */
function within(before: string, after: string): [Piece[], Piece[]] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const parts = (text: string): Piece[] =>
    [
      { text: text.slice(0, start), same: true },
      { text: text.slice(start, text.length - end), same: false },
      { text: text.slice(text.length - end), same: true },
    ].filter(piece => piece.text !== '');
  return [parts(before), parts(after)];
}
