import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { main } from '../../tools/lib/steps.ts';
import { renderTable } from '../../tools/lib/table.ts';
import { ROOT } from '../lib/environments.ts';

const HELP = `node infra/deploy/licences.ts

Reads the licence of every package in package-lock.json, and fails at one that is neither allowed nor excepted, and at an
exception that nothing needs any more.
`;

const ALLOWED = new Set(['MIT', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', '0BSD']);

export interface Exception {
  /** Of package names. */
  name: RegExp;
  licence: string;
  why: string;
}

/** Each with the reason why it may be here all the same. */
export const EXCEPTIONS: Exception[] = [
  {
    ...{ name: /^(path-scurry|glob|jackspeak|lru-cache|minimatch|minipass|graceful-fs)$/ },
    ...{ licence: 'BlueOak-1.0.0', why: 'permissive, as MIT is; they read files at build' },
  },
  {
    ...{ name: /^lightningcss(-.+)?$/, licence: 'MPL-2.0' },
    why: 'makes the style sheets at build, unchanged; its code is in nothing that is served',
  },
  { name: /^axe-core$/, licence: 'MPL-2.0', why: 'runs in tests alone, unchanged' },
  {
    ...{ name: /^@img\/sharp-libvips-.+$/, licence: 'LGPL-3.0-or-later' },
    why: 'an optional library that Next loads on a machine of its own; Workers have none of it',
  },
  {
    ...{ name: /^@img\/sharp-win32-.+$/, licence: 'Apache-2.0 AND LGPL-3.0-or-later' },
    why: 'as sharp-libvips, for Windows',
  },
  {
    ...{ name: /^@img\/sharp-wasm32$/, licence: 'Apache-2.0 AND LGPL-3.0-or-later AND MIT' },
    why: 'as sharp-libvips, in WebAssembly',
  },
  { name: /^@speed-highlight\/core$/, licence: 'CC0-1.0', why: 'in the public domain' },
  {
    name: /^caniuse-lite$/,
    licence: 'CC-BY-4.0',
    why: 'data of browsers that builds read; named here, as it asks',
  },
  { name: /^argparse$/, licence: 'Python-2.0', why: 'permissive; a tool of development alone' },
];

const entry = z.object({
  version: z.string().optional(),
  license: z.string().optional(),
  dev: z.boolean().optional(),
  link: z.boolean().optional(),
});
const lockfile = z.object({ packages: z.record(z.string(), entry) });

export interface Package {
  name: string;
  version: string;
  /** As SPDX writes it; null: it says none. */
  licence: string | null;
  /** Whether it is in what is shipped; else development alone has it. */
  shipped: boolean;
}

/** The packages of others in a package-lock.json. @throws ZodError */
export function packagesOf(lock: unknown): Package[] {
  return Object.entries(lockfile.parse(lock).packages).flatMap(([path, { version, license, dev, link }]) => {
    const at = path.indexOf('node_modules/');
    if (at === -1 || link) return [];
    const name = path.slice(at + 'node_modules/'.length).replaceAll('/node_modules/', '/');
    return [{ name, version: version ?? '', licence: license ?? null, shipped: !dev }];
  });
}

/** Whether an SPDX expression is allowed: one side of an OR, both of an AND. Anything unknown is not. */
export function isAllowed(expression: string): boolean {
  const inner = expression.replace(/^\((.*)\)$/, '$1');
  if (/[()]/.test(inner)) return false;
  if (inner.includes(' OR ')) return inner.split(' OR ').some(isAllowed);
  if (inner.includes(' AND ')) return inner.split(' AND ').every(isAllowed);
  return ALLOWED.has(inner);
}

/** What an audit found: one line each. */
export function audit(packages: Package[], exceptions: Exception[]): string[] {
  const excepted = (one: Package) =>
    exceptions.find(({ name, licence }) => name.test(lastName(one.name)) && licence === one.licence);
  const refused = packages
    .filter(one => !(one.licence !== null && isAllowed(one.licence)) && !excepted(one))
    .map(
      ({ name, version, licence, shipped }) =>
        `${name}@${version}: ${licence ?? 'says no licence'} (${shipped ? 'shipped' : 'development'})`,
    );
  const needless = exceptions
    .filter(exception => !packages.some(one => excepted(one) === exception))
    .map(({ name, licence }) => `The exception ${name} of ${licence} is needed by nothing.`);
  return [...refused, ...needless];
}

/** Of one that is nested in another, its own name. */
function lastName(name: string): string {
  return /(?:^|\/)((?:@[^/]+\/)?[^/@]+)$/.exec(name)?.[1] ?? name;
}

/** The repository's. */
export function readPackages(): Package[] {
  return packagesOf(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')));
}

if (import.meta.main) {
  await main(async () => {
    if (process.argv.includes('--help')) {
      console.log(HELP);
      return 0;
    }
    const packages = readPackages();
    const licences = [...new Set(packages.map(({ licence }) => licence ?? 'none'))].sort();
    const count = (licence: string, shipped: boolean) =>
      packages.filter(one => (one.licence ?? 'none') === licence && one.shipped === shipped).length;
    console.log(
      renderTable(
        ['licence', 'shipped', 'development'],
        licences.map(licence => [licence, count(licence, true), count(licence, false)]),
      ),
    );
    const found = audit(packages, EXCEPTIONS);
    console.log(found.length ? found.join('\n') : `  ${packages.length} packages, all allowed or excepted.`);
    return found.length ? 1 : 0;
  });
}
