import { type Executor, PROGRAM_LANGUAGES } from '@devcapsules/capsule/execution';
import type { LanguageSource } from '../ports/languages.ts';
import type { runnerClient } from './runner/client.ts';

/** Piston's names for our languages, where they differ. */
const OURS: Record<string, string> = { 'c++': 'cpp' };

/** The languages of ours that a runner reports. */
export function runnerLanguages(runner: ReturnType<typeof runnerClient>): LanguageSource {
  return {
    async list() {
      const runtimes = await runner.runtimes();
      return runtimes
        .map(({ language, version, aliases }) => ({
          language: OURS[language] ?? language,
          version,
          aliases,
          tier: 'runner' as const,
        }))
        .filter(({ language }) => PROGRAM_LANGUAGES.some(name => name === language));
    },
  };
}

/** SQL, with the version the engine itself reports. */
export function edgeLanguages(executor: Executor): LanguageSource {
  return {
    async list() {
      const limits = { timeMs: 1000, memoryMb: 32 };
      const job = { source: 'SELECT sqlite_version()', cases: [{ setup: [] }], limits };
      const [outcome] = await executor.runQuery(job);
      return [
        {
          language: 'sql',
          version: String(outcome?.result?.rows[0]?.[0] ?? ''),
          aliases: ['sqlite', 'sqlite3'],
          tier: 'edge',
        },
      ];
    },
  };
}
