import type { ElementContent } from 'hast';
import bash from 'refractor/bash';
import c from 'refractor/c';
import { refractor } from 'refractor/core';
import cpp from 'refractor/cpp';
import java from 'refractor/java';
import javascript from 'refractor/javascript';
import json from 'refractor/json';
import python from 'refractor/python';
import sql from 'refractor/sql';

for (const language of [bash, c, cpp, java, javascript, json, python, sql]) refractor.register(language);
/** Longer listings stay as they are: colouring takes time, and each word becomes an element. */
const MAX_CHARS = 20_000;

/** Code with its words in `span`s of Prism's classes; of a language not known here, as it is. */
export function highlight(text: string, language: string | null): ElementContent[] {
  if (language === null || !refractor.registered(language) || text.length > MAX_CHARS) {
    return [{ type: 'text', value: text }];
  }
  return refractor.highlight(text, language).children.filter(child => child.type !== 'doctype');
}
