import { parseCapsule } from '@devcapsules/capsule/schema/parse';
import type { Deps } from '../../deps.ts';
import type { User } from '../../ports/actor.ts';
import type { PersonalRecord } from '../../ports/personal-data.ts';
import { bringBack } from '../content/blobs.ts';

type Needed = Pick<Deps, 'personalData' | 'blobs' | 'runtime'>;

/**
 * Everything that is kept about who asks, as JSON lines: `{"kind", …columns}`. The last line, of the kind `end`, says
 * how many came before it; without it the export is not whole.
 */
export function exportAccount({ deps, actor }: { deps: Needed; actor: User }): ReadableStream<Uint8Array> {
  const lines = linesOf({ deps, actor });
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
}

async function* linesOf({ deps, actor }: { deps: Needed; actor: User }): AsyncGenerator<string, undefined> {
  let count = 0;
  for await (const { kind, rows } of deps.personalData.read(actor.userId)) {
    for (const row of rows) {
      count++;
      const whole = kind === 'capsule_version' ? await withScripts(row, deps) : row;
      yield `${JSON.stringify({ kind, ...whole })}\n`;
    }
  }
  yield `${JSON.stringify({ kind: 'end', records: count, at: deps.runtime.now().toISOString() })}\n`;
  return undefined;
}

/** The version as its author wrote it, with scripts that are stored elsewhere. */
async function withScripts(row: PersonalRecord, { blobs }: Needed): Promise<PersonalRecord> {
  const parsed = parseCapsule(row.content);
  return parsed.ok ? { ...row, content: await bringBack(parsed.capsule, blobs) } : row;
}
