/** Makes slots: a name, a uid, a cgroup, the process; and gives all of them back. */

import type { Config } from '../config.ts';
import type { Language } from '../languages/language.ts';
import type { Isolation } from '../sandbox/isolation.ts';
import { Slot } from '../sandbox/slot.ts';
import { resourceLimits } from './limits.ts';
import { Uids } from './uids.ts';

export interface MakeOptions {
  /** Has it made at the weight of a slot in use. */
  urgent: boolean;
  /** Starts the interpreter that waits for a case, where the language knows how. */
  waiting: boolean;
}

export interface Factory {
  make(language: Language, options: MakeOptions): Promise<Slot>;
  destroy(slot: Slot): Promise<void>;
  /** Slots that exist, in whatever state. */
  readonly count: number;
}

export function createFactory(config: Config, isolation: Isolation): Factory {
  const uids = new Uids(config.uidBase, config.uidCount);
  const uidOf = new Map<Slot, number | null>();
  let made = 0;
  let count = 0;

  async function start(language: Language, uid: number | null, urgent: boolean): Promise<Slot> {
    const cgroup =
      (await isolation.cgroups?.create(`slot-${made++}`, {
        memoryBytes: config.memoryBytes,
        processes: config.slotProcesses,
        cpus: config.slotCpus,
      })) ?? null;
    if (urgent) cgroup?.setActive(true);
    return Slot.start({
      launcher: isolation.launcher,
      uid,
      command: {
        init: isolation.native.init,
        etc: isolation.etc,
        binds: language.binds,
        diskBytes: config.diskBytes,
      },
      cgroup,
      policy: isolation.native.policy,
      cpus: config.slotCpus,
    });
  }

  async function prestart(slot: Slot, language: Language): Promise<void> {
    if (!language.warmth) return;
    const { argv, env } = language.warmth.command(config.memoryBytes);
    await slot.prestart({
      argv,
      env: { ...BASE_ENV, ...env },
      wallMs: 0,
      stdoutBytes: 0,
      stderrBytes: 0,
      channelBytes: 0,
      resourceLimits: resourceLimits(config, isolation, language, null),
      withChannel: true,
    });
  }

  async function destroy(slot: Slot): Promise<void> {
    const uid = uidOf.get(slot);
    if (uid === undefined) return;
    uidOf.delete(slot);
    await slot.destroy();
    if (uid !== null) uids.giveBack(uid);
    count--;
  }

  return {
    get count() {
      return count;
    },
    async make(language, { urgent, waiting }) {
      const uid = isolation.ownUids ? uids.take() : null;
      count++;
      let slot: Slot;
      try {
        slot = await start(language, uid, urgent);
      } catch (error) {
        if (uid !== null) uids.giveBack(uid);
        count--;
        throw error;
      }
      uidOf.set(slot, uid);
      try {
        if (waiting) await prestart(slot, language);
      } catch (error) {
        await destroy(slot);
        throw error;
      }
      return slot;
    },
    destroy,
  };
}

/** The whole environment of a learner's process, but for what its language adds. */
export const BASE_ENV = {
  PATH: '/usr/local/bin:/usr/bin:/bin',
  HOME: '/box',
  TMPDIR: '/tmp',
  LANG: 'C.UTF-8',
};
