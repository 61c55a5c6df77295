import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** How a visitor's machine and line are: the browser's own throttles, or none. */
export interface Visitor {
  name: string;
  context: BrowserContextOptions;
  /** How many times slower than this machine; 1: as it is. */
  cpuSlowdown: number;
  /** Null: the loopback as it is. */
  line: { latencyMs: number; kilobytesPerSecond: number } | null;
}

/** What a cold visit came to. Times in ms from the start of navigation; CLS and the rest as web.dev defines them. */
export interface Vitals {
  ttfbMs: number;
  fcpMs: number;
  lcpMs: number;
  /** The slowest interaction until the next paint; NaN where none was measured. */
  inpMs: number;
  cls: number;
  /** By how much tasks were longer than 50 ms, together. */
  blockedMs: number;
  transferredKb: number;
}

/** What the page's observers write down. */
interface Recorded {
  lcp: number;
  inp: number;
  shifts: { value: number; atMs: number }[];
  blocked: number;
}

/**
 * Opens an address in a browser profile that knows nothing of it, does what a visitor does there, and reads what the
 * browser recorded by its own performance timeline.
 */
export async function measureVisit(
  browser: Browser,
  url: string,
  visitor: Visitor,
  act: (page: Page) => Promise<void>,
): Promise<Vitals> {
  const context = await browser.newContext(visitor.context);
  try {
    await context.addInitScript(observe);
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: visitor.cpuSlowdown });
    await devtools.send('Network.enable');
    if (visitor.line) {
      const bytesPerSecond = visitor.line.kilobytesPerSecond * 1000;
      await devtools.send('Network.emulateNetworkConditions', {
        ...{ offline: false, latency: visitor.line.latencyMs },
        ...{ downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond },
      });
    }
    let bytes = 0;
    devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.goto(url, { waitUntil: 'networkidle' });
    const transferredKb = bytes / 1000;
    await act(page);
    // The last interaction's paint is told of a frame later.
    await page.waitForTimeout(500);
    return { ...(await page.evaluate(read)), transferredKb };
  } finally {
    await context.close();
  }
}

/** Runs in the page before anything else. */
function observe(): void {
  const recorded: Recorded = { lcp: Number.NaN, inp: Number.NaN, shifts: [], blocked: 0 };
  Object.assign(globalThis, { recorded });
  const on = (type: string, each: (entry: PerformanceEntry) => void, options: object = {}) =>
    new PerformanceObserver(list => list.getEntries().forEach(each)).observe({
      ...{ type, buffered: true },
      ...options,
    });
  on('largest-contentful-paint', entry => {
    recorded.lcp = entry.startTime;
  });
  on('layout-shift', entry => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) recorded.shifts.push({ value, atMs: entry.startTime });
  });
  on('longtask', entry => {
    recorded.blocked += entry.duration - 50;
  });
  const interaction = (entry: PerformanceEntry) => {
    const { interactionId } = entry as PerformanceEntry & { interactionId?: number };
    if (interactionId) recorded.inp = Math.max(recorded.inp || 0, entry.duration);
  };
  on('event', interaction, { durationThreshold: 16 });
  on('first-input', interaction);
}

/** Runs in the page at the end. Shifts count by their worst window: gaps under 1 s, 5 s at most. */
function read(): Omit<Vitals, 'transferredKb'> {
  const { recorded } = globalThis as unknown as { recorded: Recorded };
  const [navigation] = performance.getEntriesByType('navigation') as (PerformanceEntry & {
    responseStart: number;
  })[];
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  let [worst, sum, first, last] = [0, 0, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { value, atMs } of recorded.shifts) {
    if (atMs - last > 1000 || atMs - first > 5000) [sum, first] = [0, atMs];
    sum += value;
    last = atMs;
    worst = Math.max(worst, sum);
  }
  return {
    ttfbMs: navigation?.responseStart ?? Number.NaN,
    fcpMs: paint?.startTime ?? Number.NaN,
    lcpMs: recorded.lcp,
    inpMs: recorded.inp,
    cls: worst,
    blockedMs: recorded.blocked,
  };
}
