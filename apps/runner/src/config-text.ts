/** Settings as text for operators. */

import { stringify } from 'yaml';
import { type Settings, settings, variableOf } from './config.ts';

const SECRETS: string[] = ['secret', 'previous_secret'];

/** How to call the service, and each setting: name, meaning, default. */
export function describeConfig(): string {
  const lines = Object.entries(settings.shape).map(([name, schema]) => {
    const fallback: unknown = schema.safeParse(undefined).data;
    return `  ${name.padEnd(26)}${schema.description ?? ''} (${fallback ?? 'none'})`;
  });
  return [
    'Usage: devcapsules-runner [--config FILE] [--print-config] [--help]',
    '',
    '  --config FILE             settings in YAML or JSON; also named by RUNNER_CONFIG',
    '  --print-config            what holds, and where it came from, without the secret',
    '',
    `Settings (default). In the environment, which wins, "queue" is ${variableOf('queue')}:`,
    ...lines,
  ].join('\n');
}

/** Every setting that has a value, as a file of settings, each with where it came from. Secrets are left out. */
export function printConfig({ values, origins }: Settings): string {
  const lines = settings.keyof().options.flatMap(name => {
    const value = values[name];
    if (value === undefined) return [];
    const line = SECRETS.includes(name) ? `# ${name}: (hidden)` : stringify({ [name]: value }).trimEnd();
    return [`${line.padEnd(45)} # ${origins[name] ?? 'default'}`];
  });
  return lines.join('\n');
}
