/** Action codes: https://sqlite.org/c3ref/c_alter_table.html */
const PRAGMA = 19;
const ATTACH = 24;
const DETACH = 25;
const FUNCTION = 31;
const WATCHED: ReadonlySet<number> = new Set([PRAGMA, ATTACH, DETACH, FUNCTION]);

/** None of these is in the build; a later one that has them must not let them through. */
const DENIED_FUNCTIONS: ReadonlySet<string> = new Set(
  'edit fts3_tokenizer load_extension readfile writefile'.split(' '),
);

/** Pragmas that only look, whatever their argument. */
const INSPECTING: ReadonlySet<string> = new Set(
  (
    'collation_list compile_options database_list foreign_key_check foreign_key_list function_list index_info ' +
    'index_list index_xinfo integrity_check module_list pragma_list quick_check table_info table_list table_xinfo'
  ).split(' '),
);

/** Pragmas that only look as long as they have no argument. */
const SETTINGS: ReadonlySet<string> = new Set(
  'application_id data_version encoding foreign_keys freelist_count page_count page_size recursive_triggers user_version'.split(
    ' ',
  ),
);

/** What dumps set; their effect ends with the set-up, or is a property of the database file. */
const SETUP_SETTINGS: ReadonlySet<string> = new Set(
  (
    'application_id auto_vacuum cache_size case_sensitive_like defer_foreign_keys encoding foreign_keys ' +
    'ignore_check_constraints journal_mode legacy_alter_table locking_mode page_size recursive_triggers synchronous ' +
    'temp_store user_version'
  ).split(' '),
);

export interface Policy {
  /** Pragmas which may be set to any value. */
  settable: ReadonlySet<string>;
}

export const LEARNER_POLICY: Policy = { settable: new Set() };
export const SETUP_POLICY: Policy = { settable: SETUP_SETTINGS };

/** Whether an action needs a decision at all; most don't, and then their arguments need not be read. */
export function isWatched(action: number): boolean {
  return WATCHED.has(action);
}

/**
 * Decides on one action as SQLite's authorizer reports it.
 * @returns null to allow, or the public text of the denial
 */
export function denial(policy: Policy, action: number, first: string, second: string | null): string | null {
  if (action === ATTACH) return 'ATTACH and VACUUM are not allowed here';
  if (action === DETACH) return 'DETACH is not allowed here';
  if (action === FUNCTION) return deniedFunction(second ?? '');
  if (action === PRAGMA) return deniedPragma(policy, first.toLowerCase(), second);
  return null;
}

function deniedFunction(name: string): string | null {
  return DENIED_FUNCTIONS.has(name.toLowerCase()) ? `${name}() is not allowed here` : null;
}

function deniedPragma(policy: Policy, name: string, value: string | null): string | null {
  if (INSPECTING.has(name) || policy.settable.has(name)) return null;
  if (!SETTINGS.has(name)) return `PRAGMA ${name} is not allowed here`;
  // Foreign keys are on already, and many write it out of habit.
  const isHarmless = value === null || (name === 'foreign_keys' && /^(on|1|true|yes)$/i.test(value));
  return isHarmless ? null : `PRAGMA ${name} can't be changed here`;
}
