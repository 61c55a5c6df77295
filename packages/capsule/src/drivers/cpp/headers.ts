/** What the driver is written with. */
const OWN = ['map', 'optional', 'string', 'vector'];
const ALL = 'bits/stdc++.h';
const KNOWN = new Set(
  `algorithm array bitset cassert cctype chrono climits cmath cstddef cstdint cstdio cstdlib cstring deque functional
fstream iomanip iostream iterator limits list map memory numeric optional queue random set sstream stack stdexcept
string string_view tuple type_traits unordered_map unordered_set utility vector ${ALL}`.split(/\s+/),
);
const INCLUDE = /^\s*#\s*include\s*<([\w/+.]+)>\s*(?:\/\/.*)?$/;
const NOTHING = /^\s*(?:\/\/.*)?$/;

/**
 * The block of includes that a program starts with: the driver's and those at the top of the learner's file, in one
 * order, so that runners can have them precompiled. Headers are read once, wherever they are included first.
 */
export function leadingIncludes(source: string): string {
  const names = new Set(OWN);
  for (const line of source.split('\n')) {
    const name = INCLUDE.exec(line)?.[1];
    if (name !== undefined && KNOWN.has(name)) names.add(name);
    else if (!NOTHING.test(line)) break;
  }
  const block = names.has(ALL) ? [ALL] : [...names].sort();
  return block.map(name => `#include <${name}>\n`).join('');
}
