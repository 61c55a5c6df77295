/**
 * The ways in which a text may hide another one, undone: what a filter has to look through as well. Decodings that give
 * no readable text are left out.
 */
export function disguisesOf(text: string): string[] {
  return [
    text.split('').reverse().join(''),
    rot13(text),
    ...runs(text, /[A-Za-z0-9+/_-]{12,}={0,2}/g).map(fromBase64),
    ...runs(text, /[A-Za-z0-9+/_-]{12,}={0,2}(?:\s+[A-Za-z0-9+/_-]{4,}={0,2})+/g).map(run =>
      fromBase64(run.replace(/\s+/g, '')),
    ),
    ...runs(text.replace(/(?:0x|\\x|%|\s|,)/gi, ''), /(?:[0-9a-f]{2}){6,}/gi).map(fromHex),
    ...runs(text, /(?:\b\d{2,3}\b[\s,;]*){6,}/g).map(fromCodes),
    ...runs(text, /(?:\b[01]{7,8}\b[\s,;]*){4,}/g).map(fromBits),
    fromPercent(text),
    fromEscapes(text),
    spelled(text),
  ].filter((found): found is string => found !== null && found !== text && found.length > 2);
}

const runs = (text: string, pattern: RegExp) => text.match(pattern) ?? [];

/** UTF-8 that a person can read, or it was no text. */
function readable(bytes: number[]): string | null {
  if (bytes.length < 3 || bytes.some(byte => byte > 255)) return null;
  // Cut-off characters at the ends become replacement characters, and the rest is read all the same.
  const text = new TextDecoder().decode(Uint8Array.from(bytes));
  const odd = text.match(/[\ufffd\p{Cc}]/gu)?.filter(character => !'\n\r\t'.includes(character)) ?? [];
  return odd.length <= text.length * 0.1 ? text : null;
}

function fromBase64(run: string): string | null {
  try {
    const standard = run.replace(/-/g, '+').replace(/_/g, '/');
    return readable(Array.from(atob(standard), character => character.charCodeAt(0)));
  } catch {
    // Most words are no base64; that is an answer, not a fault.
    return null;
  }
}

const fromHex = (run: string) => readable((run.match(/../g) ?? []).map(pair => Number.parseInt(pair, 16)));
const fromCodes = (run: string) => readable((run.match(/\d+/g) ?? []).map(Number));
const fromBits = (run: string) => readable((run.match(/[01]+/g) ?? []).map(bits => Number.parseInt(bits, 2)));

function fromPercent(text: string): string | null {
  if (!/%[0-9a-f]{2}/i.test(text)) return null;
  return text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function fromEscapes(text: string): string | null {
  const decoded = text
    .replace(/\\u\{?([0-9a-f]{4,6})\}?|&#x([0-9a-f]{1,6});/gi, (_, unicode?: string, entity?: string) =>
      codePoint(Number.parseInt(unicode ?? entity ?? '', 16)),
    )
    .replace(/&#(\d{1,7});/g, (_, code: string) => codePoint(Number(code)));
  return decoded === text ? null : decoded;
}

const codePoint = (code: number) => (code <= 0x10ffff ? String.fromCodePoint(code) : '');

/** `r.e.t.u.r.n`, `r e t u r n`: letters apart, put together again. */
function spelled(text: string): string {
  return text.replace(/(?<=\b\S)[ .\-_*|/]+(?=\S\b)/g, '');
}

/** Without characters that take no room. */
export function withoutInvisible(text: string): string {
  return text.replace(/[\u200b-\u200f\u2060-\u2064\ufeff\u00ad]|[\u{e0000}-\u{e007f}]/gu, '');
}

function rot13(text: string): string {
  return text.replace(/[a-z]/gi, letter => {
    const first = letter <= 'Z' ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first);
  });
}
