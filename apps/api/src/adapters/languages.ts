import { type Executor, PROGRAM_LANGUAGES } from '@devcapsules/capsule/execution';
import { AppError } from '../errors/app-error.ts';
import type { LanguageSource } from '../ports/languages.ts';
import type { RunnerRouter } from './runner/router.ts';

/** Piston's names for our languages, where they differ. */
const OURS: Record<string, string> = { 'c++': 'cpp' };

/** The languages of ours that runners report; where two have one, the version that is told first. */
export function runnerLanguages(runners: RunnerRouter): LanguageSource {
  return {
    async list() {
      const reports = await runners.survey();
      const answered = reports.flatMap(({ runtimes }) => (runtimes ? [runtimes] : []));
      if (answered.length === 0) throw new AppError('RUNNER_UNAVAILABLE', { internal: 'no runner answers' });
      const seen = new Set<string>();
      return answered
        .flat()
        .map(({ language, version, aliases }) => ({
          language: OURS[language] ?? language,
          version,
          aliases,
          tier: 'runner' as const,
        }))
        .filter(({ language }) => PROGRAM_LANGUAGES.some(name => name === language))
        .filter(({ language }) => !seen.has(language) && seen.add(language));
    },
  };
}

/** SQL, with the version the engine itself reports. */
export function edgeLanguages(runQuery: Executor['runQuery']): LanguageSource {
  return {
    async list() {
      const limits = { timeMs: 1000, memoryMb: 32 };
      const job = { source: 'SELECT sqlite_version()', cases: [{ setup: [] }], limits };
      const [outcome] = await runQuery(job);
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
