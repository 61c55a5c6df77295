import { sha256 } from '@devcapsules/capsule/hash';
import { type Capsule, hasJudge } from '@devcapsules/capsule/schema/capsule';
import { referencedHash, scriptReference } from '@devcapsules/capsule/scripts';
import type { BlobStore } from '../../ports/blobs.ts';

/**
 * Long set-up scripts (a whole sample database) are kept once, as blobs named by their hash, and a
 * capsule's stored content refers to them. Rows stay small, and a hundred capsules share one script.
 */
const BLOB_CHARS = 16_000;

/** The capsule with its long scripts put away. */
export async function putAway(capsule: Capsule, blobs: BlobStore): Promise<Capsule> {
  return mapScripts(capsule, async script => {
    if (script.length <= BLOB_CHARS) return script;
    const hash = await sha256(script);
    await blobs.put(hash, script);
    return scriptReference(hash);
  });
}

/** The capsule whole, as its author wrote it. */
export async function bringBack(capsule: Capsule, blobs: BlobStore): Promise<Capsule> {
  return mapScripts(capsule, async script => {
    const hash = referencedHash(script);
    if (hash === null) return script;
    const text = await blobs.get(hash);
    if (text === null) throw new Error(`the blob ${hash} is missing`);
    return text;
  });
}

/** Whether a script of the capsule reads like a reference: authors may not write those. */
export function refersToBlobs(capsule: Capsule): boolean {
  return hasJudge(capsule, 'query') && scriptsOf(capsule).some(script => referencedHash(script) !== null);
}

function scriptsOf(capsule: Extract<Capsule, { language: 'sql' }>): string[] {
  return [capsule.judge.setup, ...capsule.tests.map(test => test.setup)].filter(
    script => script !== undefined,
  );
}

async function mapScripts(capsule: Capsule, map: (script: string) => Promise<string>): Promise<Capsule> {
  if (!hasJudge(capsule, 'query')) return capsule;
  const { setup } = capsule.judge;
  const judge = setup === undefined ? capsule.judge : { ...capsule.judge, setup: await map(setup) };
  const tests = await Promise.all(
    capsule.tests.map(async test =>
      test.setup === undefined ? test : { ...test, setup: await map(test.setup) },
    ),
  );
  return { ...capsule, judge, tests };
}
