import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../../../tools/lib/command.ts';
import { type Service, startService, untilHealthy } from '../../../tools/lib/service.ts';

const PORT = 2000;
/** Not below /tmp, which slots have of their own. */
const STATES = '/var/lib/devcapsules-faults';
const START_TIMEOUT_MS = 60_000;
const UIDS = 1_000;
/** Of a service that is slow: how long it stands still, and how long it then works. */
const SLOW = { stillMs: 450, worksMs: 50 };

/** A network for tests (RFC 2544), so that no address of this machine is met. */
const hostAddress = (number: number) => `198.18.${number}.1`;
const machineAddress = (number: number) => `198.18.${number}.2`;

const ip = (...args: string[]) => execFileSync('ip', args, { stdio: ['ignore', 'pipe', 'pipe'] });

/** A runner on a machine of its own: a network namespace behind a cable that can be cut. Needs root. */
export class Machine {
  readonly host: string;
  readonly #number: number;
  readonly #name: string;
  readonly #cable: string;
  readonly #folder: string;
  readonly #secret: string;
  #service: Service | null = null;
  #slowly: AbortController | null = null;

  constructor(number: number, folder: string, secret: string) {
    this.#number = number;
    this.#name = `capsules-${process.pid}-${number}`;
    // A name of an interface has at most 15 characters.
    this.#cable = `cap${process.pid % 1_000_000}-${number}`;
    this.#folder = folder;
    this.#secret = secret;
    this.host = `${machineAddress(number)}:${PORT}`;
  }

  get url(): string {
    return `http://${this.host}`;
  }

  get #stateDir(): string {
    return join(STATES, this.#name);
  }

  connect(): void {
    mkdirSync(this.#stateDir, { recursive: true });
    const [outer, inner] = [`${this.#cable}h`, `${this.#cable}m`];
    ip('netns', 'add', this.#name);
    ip('link', 'add', outer, 'type', 'veth', 'peer', 'name', inner, 'netns', this.#name);
    ip('addr', 'add', `${hostAddress(this.#number)}/30`, 'dev', outer);
    ip('link', 'set', outer, 'up');
    ip('-n', this.#name, 'addr', 'add', `${machineAddress(this.#number)}/30`, 'dev', inner);
    ip('-n', this.#name, 'link', 'set', inner, 'up');
    ip('-n', this.#name, 'link', 'set', 'lo', 'up');
  }

  /** Starts the runner, for the first time or after a kill, and waits until it is healthy. */
  async start(): Promise<void> {
    const main = join(ROOT, 'apps/runner/src/main.ts');
    this.#service = startService({
      name: `Runner ${this.#number}`,
      // Of the namespace the network alone is entered: cgroups stay where they are.
      command: ['nsenter', `--net=/var/run/netns/${this.#name}`, process.execPath, main],
      env: {
        ...{ RUNNER_HOST: machineAddress(this.#number), RUNNER_PORT: String(PORT) },
        ...{ RUNNER_SECRET: this.#secret, RUNNER_ISOLATION: 'full' },
        RUNNER_STATE_DIR: this.#stateDir,
        RUNNER_CGROUP: this.#name,
        RUNNER_UID_BASE: String(60_000_000 + this.#number * UIDS),
        RUNNER_UID_COUNT: String(UIDS),
      },
      logFile: join(this.#folder, `runner-${this.#number}.log`),
    });
    await untilHealthy(this.#service, `${this.url}/health`, START_TIMEOUT_MS);
  }

  /** Ends the service as a machine that goes down does. */
  kill(): void {
    this.#signal('SIGKILL');
  }

  /** It takes connections and answers nothing. */
  hang(): void {
    this.#signal('SIGSTOP');
  }

  goOn(): void {
    this.#slowly?.abort();
    this.#slowly = null;
    this.#signal('SIGCONT');
  }

  /** It works a tenth of the time. */
  slowDown(): void {
    const slowly = new AbortController();
    this.#slowly = slowly;
    const stutter = async () => {
      while (!slowly.signal.aborted) {
        this.#signal('SIGSTOP');
        await sleep(SLOW.stillMs);
        if (slowly.signal.aborted) break;
        this.#signal('SIGCONT');
        await sleep(SLOW.worksMs);
      }
      this.#signal('SIGCONT');
    };
    void stutter();
  }

  /** At the machine's end: what is sent to it is lost, and nobody says so. */
  cut(): void {
    ip('-n', this.#name, 'link', 'set', `${this.#cable}m`, 'down');
  }

  mend(): void {
    ip('-n', this.#name, 'link', 'set', `${this.#cable}m`, 'up');
  }

  async remove(): Promise<void> {
    if (this.#service?.exitCode() === null) this.goOn();
    await this.#service?.stop();
    ip('netns', 'del', this.#name);
    rmSync(this.#stateDir, { recursive: true });
  }

  #signal(signal: NodeJS.Signals): void {
    if (this.#service) process.kill(this.#service.pid, signal);
  }
}
