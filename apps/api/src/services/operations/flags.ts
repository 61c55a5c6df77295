import type { Deps } from '../../deps.ts';
import { AppError } from '../../errors/app-error.ts';
import { FLAG_NAMES, FLAGS, type FlagName } from '../../ports/flags.ts';

/** A switch with what it is for. */
export interface FlagView {
  name: FlagName;
  about: string;
  value: boolean | number;
  initial: boolean | number;
  /** Null while it was never set. */
  updatedAt: string | null;
  updatedBy: string | null;
}

/** All switches, with what holds now. */
export async function listFlags({ deps }: { deps: Pick<Deps, 'flags'> }): Promise<FlagView[]> {
  const stored = new Map((await deps.flags.list()).map(flag => [flag.name, flag]));
  return FLAG_NAMES.map(name => {
    const { schema, initial, about } = FLAGS[name];
    const flag = stored.get(name);
    const parsed = schema.safeParse(flag?.value);
    const value = parsed.success ? parsed.data : initial;
    return {
      name,
      about,
      value,
      initial,
      updatedAt: flag?.updatedAt ?? null,
      updatedBy: flag?.updatedBy ?? null,
    };
  });
}

/** Sets a switch. @throws AppError VALIDATION_FAILED when the value is not of its form */
export async function setFlag(
  { deps, admin }: { deps: Pick<Deps, 'flags' | 'runtime'>; admin: string },
  { name, value }: { name: FlagName; value: boolean | number },
): Promise<FlagView[]> {
  const parsed = FLAGS[name].schema.safeParse(value);
  if (!parsed.success) {
    const details = parsed.error.issues.map(({ message }) => ({ path: 'value', message }));
    throw new AppError('VALIDATION_FAILED', { details });
  }
  const updatedAt = deps.runtime.now().toISOString();
  await deps.flags.set({ name, value: parsed.data, updatedAt, updatedBy: admin });
  return listFlags({ deps });
}
