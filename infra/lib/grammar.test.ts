import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesOf } from '../checks/check.ts';
import { ROOT } from './environments.ts';
import { parse, parseFile, syntaxErrors } from './grammar.ts';

describe('the syntax of what is declared', () => {
  it.each(filesOf('{azure,cloudflare}/**/*.{bicep,bicepparam,tf,tfvars,hcl}'))('holds in %s', async path => {
    expect(syntaxErrors(await parseFile(join(ROOT, path)))).toEqual([]);
  });

  it.each([
    ['bicep', "param name string = 'a'\nresource x 'A/b@2024-01-01' = {\n  name: name\n", /^3:13 missing }$/],
    ['bicep', "output x string = = 'a'", /^1:/],
    ['terraform', 'resource "a" "b" {\n  name = \n}', /^\d+:/],
    ['terraform', 'locals { a = [1, 2 }', /^1:/],
  ] as const)('is found broken in %s: %j', async (grammar, text, place) => {
    expect(syntaxErrors(await parse(grammar, text)).join('\n')).toMatch(place);
  });
});
