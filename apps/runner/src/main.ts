#!/usr/bin/env node
/** Entry point: settings from the environment and a file, then serve until told to stop. */

import { parseArgs } from 'node:util';
import { ConfigError, loadSettings, toConfig } from './config.ts';
import { describeConfig, printConfig } from './config-text.ts';
import { createLog } from './log.ts';
import { startRunner } from './runner.ts';
import { SetupError } from './sandbox/setup-error.ts';

function readArguments() {
  try {
    return parseArgs({
      options: {
        config: { type: 'string' },
        'print-config': { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new ConfigError(`${error instanceof Error ? error.message : error} Try --help.`);
  }
}

async function main(): Promise<void> {
  const values = readArguments();
  if (values.help) {
    console.log(describeConfig());
    return;
  }
  const settings = loadSettings(values.config);
  if (values['print-config']) {
    console.log(printConfig(settings));
    return;
  }
  const config = toConfig(settings);
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
