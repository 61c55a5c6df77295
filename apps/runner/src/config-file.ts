/** The file of settings: YAML, and so JSON too. */

import { readFileSync } from 'node:fs';
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';

/** A setting that cannot be used; the message is one line for the operator. */
export class ConfigError extends Error {}

export interface ConfigFile {
  path: string;
  values: Record<string, string | number>;
}

/** Anything else, such as a name without a value, would be taken for a number by force. */
const shape = z.record(z.string(), z.union([z.string(), z.number()], 'must be text or a number'));

/** Reads names and values, whatever the names. An empty file has none. Throws ConfigError. */
export function readConfigFile(path: string): ConfigFile {
  const parsed = shape.safeParse(parseFile(path) ?? {});
  if (parsed.success) return { path, values: parsed.data };
  const problems = parsed.error.issues.map(issue =>
    issue.path.length > 0
      ? `${issue.path.join('.')} in ${path}: ${issue.message}`
      : `${path}: must be names and values`,
  );
  throw new ConfigError(problems.join('; '));
}

function parseFile(path: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof YAMLParseError)
      throw new ConfigError(`${path}: ${error.message.split('\n')[0]?.replace(/:$/, '')}`);
    throw new ConfigError(`the settings cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}
