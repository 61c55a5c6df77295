#!/usr/bin/env node
/** Entry point: settings from the environment, then serve until told to stop. */

import { ConfigError, describeConfig, readConfig } from './config.ts';
import { createLog } from './log.ts';
import { startRunner } from './runner.ts';
import { SetupError } from './sandbox/setup-error.ts';

async function main(): Promise<void> {
  if (process.argv.includes('--help')) {
    console.log(describeConfig());
    return;
  }
  const config = readConfig();
  const log = createLog(config.logLevel);
  const runner = await startRunner(config, log);
  log('info', 'listening', { url: runner.url, languages: runner.languages.map(one => one.id).join(' ') });

  let stopping = false;
  const stop = (signal: string) => {
    stopping = true;
    log('info', 'stopping', { signal });
    runner.close().then(
      () => log('info', 'stopped'),
      error => {
        log('error', 'cannot stop cleanly', { detail: String(error) });
        process.exitCode = 1;
      },
    );
  };
  void runner.broken.then(() => {
    if (stopping) return;
    log('error', 'the launcher of slots has ended; so does the service');
    process.exit(1);
  });
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof SetupError)) throw error;
  console.error(`devcapsules-runner: ${error.message}`);
  // What was started before the failure would keep the process alive.
  process.exit(1);
}
