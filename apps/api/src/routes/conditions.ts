import { names } from '../middleware/cache.ts';
import type { ByteRange } from '../ports/assets.ts';

/** What is asked for, as RFC 9110 has it: preconditions first, then ranges. */
export type Wanted = { kind: 'whole' | 'nothing_new' | 'unsatisfiable' } | { kind: 'part'; range: ByteRange };

/** What a file is compared by. */
export interface Validators {
  etag: string;
  lastModified: string;
  bytes: number;
}

export function wanted(header: (name: string) => string | undefined, file: Validators): Wanted {
  const ifNoneMatch = header('if-none-match');
  if (ifNoneMatch !== undefined) {
    if (names(ifNoneMatch, file.etag)) return { kind: 'nothing_new' };
  } else {
    const since = Date.parse(header('if-modified-since') ?? '');
    if (since >= Date.parse(file.lastModified)) return { kind: 'nothing_new' };
  }
  const range = header('range');
  const ifRange = header('if-range')?.trim();
  // A weak ETag or another date: the part could be of another file.
  if (range === undefined || (ifRange !== undefined && ![file.etag, file.lastModified].includes(ifRange))) {
    return { kind: 'whole' };
  }
  return rangeOf(range, file.bytes);
}

/** One range of bytes. Several at once, other units and what is not understood are ignored, as the RFC allows. */
function rangeOf(header: string, bytes: number): Wanted {
  const [, first = '', last = ''] = /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(header) ?? [];
  if (first === '' && last === '') return { kind: 'whole' };
  if (first === '') {
    const length = Math.min(Number(last), bytes);
    return length === 0
      ? { kind: 'unsatisfiable' }
      : { kind: 'part', range: { offset: bytes - length, length } };
  }
  const offset = Number(first);
  if (last !== '' && Number(last) < offset) return { kind: 'whole' };
  if (offset >= bytes) return { kind: 'unsatisfiable' };
  const end = last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  return { kind: 'part', range: { offset, length: end - offset + 1 } };
}
