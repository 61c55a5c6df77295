import { describe, expect, test } from 'vitest';
import { leadingBlock } from './block.ts';

describe('the leading block', () => {
  test('holds standard includes on their lines; comments and blank lines do not count', () => {
    const source =
      '// sums\n\n#include <vector> // why\n # include <bits/stdc++.h>\n\n/* so */ int main() {}\n';
    expect(leadingBlock(source)).toEqual({
      first: 'vector',
      text: '\n\n#include <vector>\n#include <bits/stdc++.h>\n',
    });
  });

  test('is the same for sources that differ only in what follows, or in the words of comments', () => {
    const block = leadingBlock('// one\n#include <map>\r\nint a;');
    expect(leadingBlock('// two\n#include <map>\n\n#include "own.h"\nint b;\n#include <set>')).toEqual(block);
  });

  test.each([
    ['a definition that headers may depend on', '#define _GLIBCXX_DEBUG\n#include <vector>\n'],
    ['a header of one own', '#include "vector"\n#include <vector>\n'],
    ['a header that is not of the standard', '#include <sys/mman.h>\n#include <vector>\n'],
    ['a path', '#include </etc/passwd>\n#include <../vector>\n'],
    ['a comment over lines', '/* a\n#include <vector>\n*/\n'],
    ['a line that goes on', '// a \\\n#include <vector>\nint main() {}'],
    ['nothing', ''],
    ['code', 'int main() {}'],
  ])('ends at %s', (_, source) => {
    expect(leadingBlock(source)).toBeNull();
  });
});
