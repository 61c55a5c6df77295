import type { Fleet, Place } from './fleet.ts';
import type { Demand } from './machine.ts';
import type { Chance } from './random.ts';
import type { Network, VirtualTime } from './virtual-time.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
/** What Cloudflare answers where no connector of a tunnel is (error 1033). */
const NO_CONNECTOR = 530;
const RUNTIMES = [{ language: 'any', version: '1', aliases: [] }];
const ANSWERED = {
  cases: [
    {
      ...{ stdout: '', stderr: '', code: 0, signal: null, status: null },
      ...{ cpu_time: 1, wall_time: 1, memory: 1 },
    },
  ],
};

export interface NetworkOptions {
  /** There and back between the Worker and a machine. */
  roundTripMs: number;
  /** What the jobs on their way ask for, by request id. */
  demands: Map<string, Demand>;
  /** All machines behind one address: a tunnel with several replicas, that picks one by chance. */
  isShared: boolean;
}

/** Carries the router's calls to the machines, and their answers back, as HTTP and a tunnel do. */
export function networkTo(
  fleet: Fleet,
  time: VirtualTime,
  chance: Chance,
  { roundTripMs, demands, isShared }: NetworkOptions,
): Network {
  return async (url, init) => {
    const { origin, pathname } = new URL(url);
    const signal = init.signal ?? new AbortController().signal;
    await unlessAborted(time.sleep(roundTripMs / 2), signal);
    const place = isShared ? anyReplica() : fleet.places.find(one => one.url === origin);
    const response = await unlessAborted(
      answerOf(place, pathname, new Headers(init.headers), signal),
      signal,
    );
    await unlessAborted(time.sleep(roundTripMs / 2), signal);
    return response;
  };

  function anyReplica(): Place | undefined {
    const connected = fleet.places.filter(({ state }) => state === 'up' || state === 'hung');
    return connected.length ? chance.pick(connected) : undefined;
  }

  async function answerOf(
    place: Place | undefined,
    path: string,
    headers: Headers,
    signal: AbortSignal,
  ): Promise<Response> {
    if (place?.state === 'hung') return new Promise(() => undefined);
    if (place?.state !== 'up' || !place.machine) return new Response('', { status: NO_CONNECTOR });
    if (path === '/api/v2/runtimes') return Response.json(RUNTIMES);
    const demand = demands.get(headers.get('x-request-id') ?? '');
    if (!demand) throw new Error('The request has no demand.');
    const ends = AbortSignal.any([signal, place.gone.signal]);
    const caller = headers.get('x-devcapsules-caller') ?? '';
    const isServed = await unlessAborted(place.machine.serve(demand, caller, ends), place.gone.signal);
    if (isServed) return new Response(JSON.stringify(ANSWERED), { headers: JSON_TYPE });
    return new Response('{}', { status: 429, headers: { ...JSON_TYPE, 'retry-after': '1' } });
  }
}

/** The same, but rejects as soon as the signal fires. */
function unlessAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason);
    if (signal.aborted) return leave();
    signal.addEventListener('abort', leave, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}
