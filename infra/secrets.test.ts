import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './lib/environments.ts';

/** What a secret looks like where somebody forgot it. */
const LOOKS: [string, RegExp][] = [
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY/],
  ['a token of three parts, or a tunnel’s', /\beyJ[\w-]{20,}/],
  ['a key of AWS’s form, which R2 has too', /\bAKIA[0-9A-Z]{16}\b/],
  [
    'a value of something secret',
    /\b\w*(?:secret|password|token|api_?key)\w*["']?\s*[:=]\s*["'](?![^"']*[$@{/<])[\w+=.-]{16,}["']/i,
  ],
  ['a long random text', /(?<![\w/+-])(?=[\w+]*\d)(?=[\w+]*[a-z])(?=[\w+]*[A-Z])[\w+]{40,}=*/],
];

function found(text: string): string[] {
  return LOOKS.flatMap(([name, look]) => {
    const hit = look.exec(text);
    return hit ? [`${name}: ${hit[0].slice(0, 40)}`] : [];
  });
}

/** What is committed below infra, and the Workers' configurations; tests make up secrets of their own. */
const files = execFileSync('git', ['ls-files', 'infra', 'apps/*/wrangler.jsonc', '.github'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter(path => /\.(bicep|bicepparam|tf|tfvars|hcl|ya?ml|jsonc?|sh|service|conf)$/.test(path));

describe('secrets', () => {
  it('stand in nothing that declares infrastructure', () => {
    expect(files.length).toBeGreaterThan(30);
    const hits = files.flatMap(path =>
      found(readFileSync(join(ROOT, path), 'utf8')).map(hit => `${path}: ${hit}`),
    );
    expect(hits).toEqual([]);
  });

  it.each([
    'tunnel_secret = "AQIDBAUGBwgBAgMEBQYHCAECAwQ"',
    '"RUNNER_SECRET": "0f3c9a7e11d2b4c6a8e0f3c9a7e11d2b"',
    'eyJhIjoiMTIzNDU2Nzg5MCIsInQiOiIxMjMifQ',
    '-----BEGIN OPENSSH PRIVATE KEY-----',
    'x: Zm9vYmFyYmF6cXV4MTIzNDU2Nzg5MEFCQ0RFRkdISUpLTE1OT1A=',
  ])('would be found: %s', text => {
    expect(found(text)).not.toEqual([]);
  });
});
