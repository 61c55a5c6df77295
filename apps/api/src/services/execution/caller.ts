import { sha256 } from '@devcapsules/capsule/hash';

const NAME_CHARS = 32;

/** Whose turn a run takes: a keyed hash, that names nobody. @param key as limits count by */
export async function callerOf(secret: string, key: string): Promise<string> {
  return (await sha256(`${secret}:caller:${key}`)).slice(0, NAME_CHARS);
}
