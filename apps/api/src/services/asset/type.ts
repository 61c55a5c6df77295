/** What assets may be. SVG is not among them: it can run scripts, and a sanitiser is one more thing to be wrong. */
const TYPES = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  pdf: 'application/pdf',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
} as const;
export type AssetType = (typeof TYPES)[keyof typeof TYPES];

/** Ends of names, for people. */
export const ASSET_ENDINGS = Object.keys(TYPES).join(', ');

/** Letters of any script, digits and a little more; no folder, nothing hidden. */
const NAME = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N} ._()-]{0,99}$/u;

/** The one spelling of a name, or null when it can't be one. */
export function assetName(text: string): string | null {
  const name = text.normalize('NFC');
  return NAME.test(name) && !name.includes('..') ? name : null;
}

/**
 * What a file is, by its bytes; what the client says of it is not asked. Null when it is nothing of ours, or not what
 * its name says.
 */
export function typeOf(name: string, bytes: Uint8Array): AssetType | null {
  const ending = name.toLowerCase().split('.').at(-1) ?? '';
  if (!name.includes('.') || !isEnding(ending)) return null;
  const named = TYPES[ending];
  if (ending === 'txt' || ending === 'csv' || ending === 'json') {
    const text = textOf(bytes);
    if (text === null || sniff(bytes) !== null) return null;
    return ending !== 'json' || isJson(text) ? named : null;
  }
  return sniff(bytes) === named ? named : null;
}

const isEnding = (text: string): text is keyof typeof TYPES => Object.hasOwn(TYPES, text);

function sniff(bytes: Uint8Array): AssetType | null {
  const ascii = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  const head = ascii(0, 16);
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return TYPES.png;
  if (head.startsWith('\xff\xd8\xff')) return TYPES.jpeg;
  if (/^GIF8[79]a/.test(head)) return TYPES.gif;
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return TYPES.webp;
  if (head.slice(4, 8) === 'ftyp' && /^avi[fs]$/.test(head.slice(8, 12))) return TYPES.avif;
  if (head.startsWith('%PDF-')) return TYPES.pdf;
  return null;
}

/** The text, when the bytes are UTF-8 without control characters but white space. */
function textOf(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    return /[\x00-\x08\x0b\x0e-\x1f\x7f]/.test(text) ? null : text;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
