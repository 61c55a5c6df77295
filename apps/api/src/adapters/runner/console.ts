import { mainFile } from '@devcapsules/capsule/judges/files';
import { signatureHeaders } from '@devcapsules/capsule/runner/sign';
import { pistonLanguage } from '@devcapsules/capsule/runner/wire';
import { AppError } from '../../errors/app-error.ts';
import type { ConsoleProgram, ConsoleRunner, Link } from '../../ports/console.ts';
import type { Flags } from '../../ports/flags.ts';
import type { RunnerEndpoint } from '../../ports/runners.ts';
import type { Runtime } from '../../ports/runtime.ts';
import { socketLink } from '../websocket.ts';
import { chooseByWeight } from './choose.ts';
import * as circuit from './health.ts';

const PATH = '/api/v2/connect';
const MAX_ATTEMPTS = 3;
const CONNECT_TIMEOUT_MS = 5_000;
const RETRY_AFTER_SECONDS = 5;

interface ConsoleOptions {
  endpoints: RunnerEndpoint[];
  health: circuit.Health;
  /** Whose turn it takes at the runner: a keyed hash, that names nobody. */
  caller: string;
  flags: Flags;
  runtime: Runtime;
}

/** {@link ConsoleRunner} over the runners' WebSocket; a stock Piston, which knows no end of input, is left out. */
export function runnerConsole({ endpoints, health, caller, flags, runtime }: ConsoleOptions): ConsoleRunner {
  const nowMs = () => runtime.now().getTime();
  return {
    async open(program) {
      if (!(await flags.get('execution.enabled'))) throw new AppError('EXECUTION_DISABLED');
      const tried = new Set<RunnerEndpoint>();
      const problems: string[] = [];
      let isBusy = false;
      while (tried.size < MAX_ATTEMPTS) {
        const free = endpoints.filter(
          one =>
            one.kind === 'devcapsules' &&
            !tried.has(one) &&
            circuit.waitMs(circuit.healthOf(health, one.url), nowMs()) === 0,
        );
        const endpoint = chooseByWeight(free, runtime.random);
        if (!endpoint) break;
        tried.add(endpoint);
        const link = await connect(endpoint).catch((error: unknown) => String(error));
        if (typeof link !== 'string') {
          link.send(JSON.stringify(initOf(program)));
          return link;
        }
        isBusy ||= link.endsWith('429');
        problems.push(`${new URL(endpoint.url).host}: ${link}`);
      }
      const internal = problems.join('; ') || 'every runner is away or full';
      throw new AppError(isBusy ? 'RUNNER_BUSY' : 'RUNNER_UNAVAILABLE', {
        internal,
        retryAfterSeconds: RETRY_AFTER_SECONDS,
      });
    },
  };

  async function connect({ url, secret }: RunnerEndpoint): Promise<Link> {
    const signed = { method: 'GET', path: PATH, body: '' };
    const signature = secret ? await signatureHeaders(secret, signed, runtime.now()) : {};
    // Not a signal's own timeout: that would end the conversation, too.
    const connecting = new AbortController();
    const timer = setTimeout(() => connecting.abort(), CONNECT_TIMEOUT_MS);
    const response = await fetch(url + PATH, {
      headers: { upgrade: 'websocket', 'x-devcapsules-caller': caller, ...signature },
      signal: connecting.signal,
    }).finally(() => clearTimeout(timer));
    if (response.webSocket) return socketLink(response.webSocket);
    throw new Error(`the runner answered ${response.status}`);
  }
}

function initOf({ language, source, args, limits, wallMs }: ConsoleProgram) {
  return {
    type: 'init',
    language: pistonLanguage(language),
    version: '*',
    files: [mainFile(language, source)],
    args,
    run_cpu_time: limits.timeMs,
    run_timeout: wallMs,
    run_memory_limit: limits.memoryMb * 1024 * 1024,
  };
}
