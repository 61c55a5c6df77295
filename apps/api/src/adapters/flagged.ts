import type { Executor } from '@devcapsules/capsule/execution';
import { AppError } from '../errors/app-error.ts';
import type { Accounts } from '../ports/accounts.ts';
import type { Flags } from '../ports/flags.ts';

/** Runs nothing while execution is switched off: EXECUTION_DISABLED. */
export function flaggedExecutor(executor: Executor, flags: Flags): Executor {
  const check = async () => {
    if (!(await flags.get('execution.enabled'))) throw new AppError('EXECUTION_DISABLED');
  };
  return {
    async runProgram(job) {
      await check();
      return executor.runProgram(job);
    },
    async runQuery(job) {
      await check();
      return executor.runQuery(job);
    },
  };
}

/** Makes no accounts while signing up is switched off: SIGNUP_DISABLED. */
export function flaggedAccounts(accounts: Accounts, flags: Flags): Accounts {
  return {
    ...accounts,
    async signUp(input, request) {
      if (!(await flags.get('signup.enabled'))) throw new AppError('SIGNUP_DISABLED');
      return accounts.signUp(input, request);
    },
  };
}
