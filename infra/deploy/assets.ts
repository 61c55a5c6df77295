import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { command } from '../../tools/lib/command.ts';
import { main, StepError, step } from '../../tools/lib/steps.ts';
import { ROOT } from '../lib/environments.ts';
import { packRunner } from '../runner/pack.ts';
import { notesOf } from './changelog.ts';

const HELP = `node infra/deploy/assets.ts --tag vVERSION [--out FOLDER]

Makes what a release has: the runner's archive with its checksum, the list of what it is made of (CycloneDX), and the notes
of CHANGELOG.md. The tag must be the version in package.json.
`;

const named = z.object({ version: z.string() });
const component = z.looseObject({
  'bom-ref': z.string(),
  properties: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
});
const dependency = z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()).default([]) });
const bom = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  metadata: z.looseObject({ component: component }),
  components: z.array(component).min(1),
  dependencies: z.array(dependency),
});
/** As npm marks what development alone has. */
const DEVELOPMENT = 'cdx:npm:package:development';

/** Checks that the tag, package.json and the changelog speak of one version. @throws StepError when they don't */
export function versionOf(tag: string, root: string = ROOT): { version: string; notes: string } {
  const { version } = named.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  if (tag !== `v${version}`) throw new StepError(`The tag is ${tag}, but package.json says ${version}`);
  return { version, notes: notesOf(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), version) };
}

/**
 * What is shipped, as a CycloneDX document. npm's own `--omit dev` also leaves out what is shipped and a development
 * dependency of the root as well, such as zod; so npm lists all, and what it marks is taken out here.
 * @throws StepError when npm fails
 */
export async function softwareBom(): Promise<string> {
  const whole = bom.parse(
    JSON.parse(await command('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'])),
  );
  const components = whole.components.filter(
    ({ properties }) => !properties.some(({ name, value }) => name === DEVELOPMENT && value === 'true'),
  );
  const kept = new Set([whole.metadata.component, ...components].map(one => one['bom-ref']));
  const dependencies = whole.dependencies
    .filter(({ ref }) => kept.has(ref))
    .map(one => ({ ...one, dependsOn: one.dependsOn.filter(ref => kept.has(ref)) }));
  return `${JSON.stringify({ ...whole, components, dependencies }, null, 2)}\n`;
}

if (import.meta.main) {
  await main(async () => {
    const { values } = parseArgs({
      options: {
        tag: { type: 'string' },
        out: { type: 'string', default: 'release' },
        help: { type: 'boolean' },
      },
    });
    if (values.help) {
      console.log(HELP);
      return 0;
    }
    const { version, notes } = versionOf(values.tag ?? '');
    const folder = resolve(values.out);
    mkdirSync(folder, { recursive: true });
    await packRunner(version, folder);
    await step('What it is made of', async () =>
      writeFileSync(join(folder, `devcapsules-${version}.cdx.json`), await softwareBom()),
    );
    writeFileSync(join(folder, 'notes.md'), `${notes}\n`);
    return 0;
  });
}
