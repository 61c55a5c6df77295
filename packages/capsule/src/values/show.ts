import type { Value } from './decode.ts';

/** A value as one line of text for people: JSON, but with exact integers, NaN and infinities. */
export function showValue(value: Value): string {
  if (Array.isArray(value)) return `[${value.map(showValue).join(', ')}]`;
  if (value instanceof Map) {
    return `{${[...value].map(([key, item]) => `${JSON.stringify(key)}: ${showValue(item)}`).join(', ')}}`;
  }
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

/** Cuts a text for display, saying how much was left out. */
export function clip(text: string, maxChars = 4000): string {
  if (text.length <= maxChars) return text;
  // A cut between the halves of a surrogate pair would leave a broken character.
  const end = (text.charCodeAt(maxChars - 1) & 0xfc00) === 0xd800 ? maxChars - 1 : maxChars;
  return `${text.slice(0, end)}… (${text.length - end} more characters)`;
}
