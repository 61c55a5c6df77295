/** Loads any address at a rate, whatever it answers: see lib/scale/open-loop.ts. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { main, StepError } from '../tools/lib/steps.ts';
import { renderTable } from '../tools/lib/table.ts';
import { isFailure, openLoop, timesOf } from './lib/scale/open-loop.ts';

const HELP = `npm run bench -- load --url URL [options]

Sends requests at a rate, open loop: it does not wait for answers, so that a slow service can't slow the load down, and
times count from when a request was due. Use it on what is yours: limits by address and by plan hold here, too.

  --url URL        the whole address, for example https://api.example/api/v1/execute
  --rate N         requests a second, on average (5)
  --seconds N      for how long (30)
  --method NAME    GET, or POST where there is a body
  --body FILE      JSON to send
  --header TEXT    "name: value", as often as wanted
  --timeout N      seconds after which a request counts as unanswered (60)
  --stop-above N   share of the last 100 answers that may be 5xx or none, before it stops (0.5)
  --seed N         of the times of the requests (1)
  --json           figures as JSON
  --help           this text

Ends with 1 when it stopped, or when nothing was answered well.
`;

await main(async () => {
  const { values } = parseArgs({
    options: {
      url: { type: 'string' },
      rate: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '30' },
      method: { type: 'string' },
      body: { type: 'string' },
      header: { type: 'string', multiple: true, default: [] },
      timeout: { type: 'string', default: '60' },
      'stop-above': { type: 'string', default: '0.5' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const [ratePerSecond, seconds, timeout, stopsAbove, seed] = [
    ...[values.rate, values.seconds, values.timeout, values['stop-above'], values.seed],
  ].map(Number) as [number, number, number, number, number];
  if (!(ratePerSecond > 0 && seconds > 0 && timeout > 0 && stopsAbove >= 0 && Number.isInteger(seed)))
    throw new StepError(HELP);
  const { url } = values;
  if (url === undefined || !URL.canParse(url)) throw new StepError(HELP);
  const body = values.body === undefined ? null : readFileSync(values.body, 'utf8');
  const headers = new Headers(body === null ? {} : { 'content-type': 'application/json' });
  for (const header of values.header) {
    const at = header.indexOf(':');
    if (at < 1) throw new StepError(`“${header}” is not of the form “name: value”.`);
    headers.append(header.slice(0, at), header.slice(at + 1).trim());
  }
  const method = values.method ?? (body === null ? 'GET' : 'POST');
  const { shots, isStopped, lastedMs } = await openLoop({
    ...{ ratePerSecond, seconds, seed, stopsAbove },
    async send() {
      const signal = AbortSignal.timeout(timeout * 1000);
      const response = await fetch(url, { method, headers, body, signal, redirect: 'manual' });
      await response.arrayBuffer();
      return response.status;
    },
  });
  const statuses = [...new Set(shots.map(({ status }) => status))].sort();
  const counts = statuses.map(status => [
    status === 0 ? 'no answer' : String(status),
    shots.filter(shot => shot.status === status).length,
  ]);
  const [p50Ms = 0, p95Ms = 0, p99Ms = 0, longestMs = 0] = timesOf(shots).map(Math.round);
  const good = shots.filter(({ status }) => status >= 200 && status < 300).length;
  const figures = {
    ...{ sent: shots.length, good, failed: shots.filter(isFailure).length, isStopped },
    ...{ perSecond: Number(((1000 * good) / lastedMs).toFixed(2)), p50Ms, p95Ms, p99Ms, longestMs },
    statuses: Object.fromEntries(counts),
  };
  if (values.json) console.log(JSON.stringify(figures));
  else {
    const { statuses: _, isStopped: __, ...shown } = figures;
    console.log(renderTable(Object.keys(shown), [Object.values(shown)]));
    console.log(`\n${counts.map(([status, count]) => `${count} × ${status}`).join(', ')}`);
    if (isStopped) console.log('Stopped: too many answers were 5xx, or none.');
  }
  return isStopped || good === 0 ? 1 : 0;
});
