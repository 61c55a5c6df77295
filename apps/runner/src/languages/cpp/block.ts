/** The system headers a source starts with, as far as they can be precompiled. */

const HEADERS = new Set(
  `algorithm any array atomic barrier bit bitset cassert cctype cerrno cfloat charconv chrono cinttypes climits
clocale cmath compare complex concepts condition_variable coroutine csetjmp csignal cstdarg cstddef cstdint cstdio
cstdlib cstring ctime cwchar cwctype deque exception execution filesystem forward_list fstream functional future
initializer_list iomanip ios iosfwd iostream istream iterator latch limits list locale map memory memory_resource
mutex new numbers numeric optional ostream queue random ranges ratio regex scoped_allocator semaphore set
shared_mutex source_location span sstream stack stdexcept stop_token streambuf string string_view system_error
thread tuple type_traits typeindex typeinfo unordered_map unordered_set utility valarray variant vector version
assert.h ctype.h errno.h limits.h math.h stdint.h stdio.h stdlib.h string.h time.h bits/stdc++.h`.split(
    /\s+/,
  ),
);
const INCLUDE = /^\s*#\s*include\s*<([\w/+.]+)>\s*$/;
const COMMENT = /\/\/.*$|\/\*(?:(?!\*\/).)*\*\//g;

export interface LeadingBlock {
  /** The first header, in whose place a precompiled one is looked for. */
  first: string;
  /** Includes on the lines they are on, nothing else. */
  text: string;
}

/** Null where the source starts with anything but standard headers; blank lines and comments do not count. */
export function leadingBlock(source: string): LeadingBlock | null {
  const lines: string[] = [];
  const names: string[] = [];
  let used = 0;
  for (const line of source.split('\n')) {
    if (line.trimEnd().endsWith('\\')) break; // it goes on in the next one
    const code = line.replace(COMMENT, ' ').trim();
    const name = INCLUDE.exec(code)?.[1];
    if (code !== '' && (name === undefined || !HEADERS.has(name))) break;
    lines.push(name === undefined ? '' : `#include <${name}>`);
    if (name === undefined) continue;
    names.push(name);
    used = lines.length;
  }
  const [first] = names;
  return first === undefined ? null : { first, text: `${lines.slice(0, used).join('\n')}\n` };
}
