import type { DrizzleD1Database } from 'drizzle-orm/d1';
import { FLAGS, type FlagName, type Flags, type FlagValue, type StoredFlag } from '../../ports/flags.ts';
import type { Runtime } from '../../ports/runtime.ts';
import { flags } from './tables/operations.ts';

/** How long an isolate goes on with what it read. */
const KEPT_MS = 10_000;

/** What this isolate read last. */
export interface FlagMemory {
  read: { flags: Promise<StoredFlag[]>; atMs: number } | null;
}

/** {@link Flags} on D1, remembered for seconds. */
export function d1Flags(db: DrizzleD1Database, memory: FlagMemory, runtime: Runtime): Flags {
  const nowMs = () => runtime.now().getTime();
  const select = async () =>
    (await db.select().from(flags).orderBy(flags.name)).map(row => ({
      ...row,
      value: JSON.parse(row.value),
    }));

  function recent(): Promise<StoredFlag[]> {
    if (memory.read && nowMs() - memory.read.atMs < KEPT_MS) return memory.read.flags;
    const read = { flags: select(), atMs: nowMs() };
    memory.read = read;
    // A failure is not remembered.
    read.flags.catch(() => {
      if (memory.read === read) memory.read = null;
    });
    return read.flags;
  }

  return {
    async get<Name extends FlagName>(name: Name) {
      const { schema, initial } = FLAGS[name];
      const stored = (await recent()).find(flag => flag.name === name);
      const parsed = schema.safeParse(stored?.value);
      return (parsed.success ? parsed.data : initial) as FlagValue<Name>;
    },
    list: select,
    async set({ value, ...flag }) {
      const row = { ...flag, value: JSON.stringify(value) };
      await db.insert(flags).values(row).onConflictDoUpdate({ target: flags.name, set: row });
      memory.read = null;
    },
  };
}
