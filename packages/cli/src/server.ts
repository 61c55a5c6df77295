import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Client, createClient } from '@devcapsules/client/client';
import { ApiError } from '@devcapsules/client/error';
import { z } from 'zod';
import type { Environment } from './environment.ts';
import { EXIT, type Exit, Failure } from './exit.ts';

/** Options of the commands that speak to a server. */
export const SERVER_OPTIONS = {
  server: { type: 'string' },
  key: { type: 'string' },
} as const;

export const SERVER_HELP = `  --server URL     the server (DEVCAPSULES_SERVER, or http://localhost:8787)
  --key TEXT       an API key with the scopes capsules:read and capsules:write (better in DEVCAPSULES_KEY, for
                   others can see command lines)`;

/** Which capsule of which server a folder is; kept in the folder, and worth a place in git. */
const link = z.strictObject({
  server: z.url(),
  id: z.string(),
  /** Of the last push or pull: what the server has must still be this, or somebody else has written. */
  version: z.int(),
  contentHash: z.string(),
});
export type Link = z.infer<typeof link>;
const LINK_FILE = '.devcapsules.json';

/** @throws Failure when the options name no server, or give no key */
export function serverAt(
  values: { server?: string | undefined; key?: string | undefined },
  { serverUrl, serverKey }: Environment,
): { url: string; client: Client } {
  const url = (values.server ?? serverUrl).replace(/\/$/, '');
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
    throw new Failure(EXIT.usage, `--server: "${url}" is no http or https URL.`);
  }
  const token = values.key ?? serverKey;
  if (token === undefined) {
    throw new Failure(
      EXIT.usage,
      `An API key is missing: make one at ${url}, and put it into DEVCAPSULES_KEY.`,
    );
  }
  return { url, client: createClient({ baseUrl: url, token, timeoutMs: 600_000 }) };
}

/** The link of a folder, if it has one. @throws Failure when it can't be read */
export async function readLink(folder: string): Promise<Link | null> {
  const path = join(folder, LINK_FILE);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
    throw new Failure(EXIT.unreadable, `${path}: ${error.message}`);
  });
  if (text === null) return null;
  const parsed = link.safeParse(parseJson(text));
  if (!parsed.success) throw new Failure(EXIT.unreadable, `${path}: is not as push and pull write it.`);
  return parsed.data;
}

export async function writeLink(folder: string, value: Link): Promise<void> {
  await writeFile(join(folder, LINK_FILE), `${JSON.stringify(value, null, 2)}\n`).catch((error: Error) => {
    throw new Failure(EXIT.unreadable, `${join(folder, LINK_FILE)}: ${error.message}`);
  });
}

const EXITS: Partial<Record<ApiError['code'], Exit>> = {
  UNAUTHENTICATED: EXIT.usage,
  INVALID_TOKEN: EXIT.usage,
  SCOPE_MISSING: EXIT.usage,
  VALIDATION_FAILED: EXIT.unreadable,
  NOT_FOUND: EXIT.unreadable,
  VERSION_CONFLICT: EXIT.rejected,
  PROOF_REQUIRED: EXIT.rejected,
};

/** What the server refused, as the end of a command. Faults of this tool's own go through as they are. */
export function failureOf(error: unknown, url: string): unknown {
  if (!(error instanceof ApiError)) return error;
  const details = error.details === undefined ? '' : ` ${JSON.stringify(error.details)}`;
  const request = error.requestId === undefined ? '' : ` (request ${error.requestId})`;
  const message = `${url}: ${error.message}${details}${request}`;
  return new Failure(
    EXITS[error.code] ?? (error.status >= 400 && error.status < 429 ? EXIT.rejected : EXIT.unreachable),
    message,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
