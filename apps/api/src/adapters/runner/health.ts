/** What is known of one runner, by this isolate. */
export interface EndpointHealth {
  /** In a row. */
  failures: number;
  /** Open until then: nothing is sent. Past it a knock and then one trial decide (half-open). */
  openUntilMs: number;
  /** Whether it has answered a knock since it was given up. */
  isAnswering: boolean;
  /** A trial is under way until then at the latest. */
  trialUntilMs: number;
  /** It said that it is full until then. */
  busyUntilMs: number;
  /** False once it has answered 404 or 405 to a batch. */
  hasBatch: boolean;
  /** Limits that it said it does not exceed, by Piston's name of the field. */
  maxima: Map<string, number>;
}

/** By URL. Each isolate finds out by itself: a runner's end costs each of them a few failed calls. */
export type Health = Map<string, EndpointHealth>;

export type CircuitState = 'closed' | 'open' | 'half_open';

const FAILURES_TO_OPEN = 3;
const FIRST_OPEN_MS = 1_000;
/** Short, for a knock costs no learner anything. */
const LONGEST_OPEN_MS = 5_000;

export function healthOf(health: Health, url: string): EndpointHealth {
  const known = health.get(url);
  if (known) return known;
  const fresh = {
    failures: 0,
    openUntilMs: 0,
    isAnswering: true,
    trialUntilMs: 0,
    busyUntilMs: 0,
    hasBatch: true,
    maxima: new Map(),
  };
  health.set(url, fresh);
  return fresh;
}

export function circuitOf({ failures, openUntilMs }: EndpointHealth, nowMs: number): CircuitState {
  if (failures < FAILURES_TO_OPEN) return 'closed';
  return nowMs < openUntilMs ? 'open' : 'half_open';
}

/** Milliseconds until it may be asked again; 0 for now. */
export function waitMs(state: EndpointHealth, nowMs: number): number {
  const circuit = circuitOf(state, nowMs);
  const blockedUntilMs = { closed: 0, open: state.openUntilMs, half_open: state.trialUntilMs }[circuit];
  return Math.max(0, blockedUntilMs - nowMs, state.busyUntilMs - nowMs);
}

/** Whether a program may be sent to it now. */
export function isFree(state: EndpointHealth, nowMs: number): boolean {
  return waitMs(state, nowMs) === 0 && state.isAnswering;
}

/** Whether it was given up long enough ago to be knocked at, and nobody does so yet. */
export function wantsKnock(state: EndpointHealth, nowMs: number): boolean {
  return waitMs(state, nowMs) === 0 && !state.isAnswering;
}

/** Says that a call begins; in a half-open circuit it is the trial that the others wait for. */
export function begin(state: EndpointHealth, nowMs: number, timeoutMs: number): void {
  if (circuitOf(state, nowMs) === 'half_open') state.trialUntilMs = nowMs + timeoutMs;
}

export function succeed(state: EndpointHealth): void {
  const well = { failures: 0, openUntilMs: 0, isAnswering: true, trialUntilMs: 0, busyUntilMs: 0 };
  Object.assign(state, well);
}

/**
 * Opens the circuit at the third failure in a row, each time for twice as long; one that is silent is given up at once.
 * What fails while it is open began before, and says nothing new.
 */
export function fail(state: EndpointHealth, nowMs: number, isSilent = false): void {
  if (circuitOf(state, nowMs) === 'open') return;
  state.failures = Math.max(state.failures + 1, isSilent ? FAILURES_TO_OPEN : 0);
  state.trialUntilMs = 0;
  const times = state.failures - FAILURES_TO_OPEN;
  if (times < 0) return;
  state.openUntilMs = nowMs + Math.min(LONGEST_OPEN_MS, FIRST_OPEN_MS * 2 ** times);
  state.isAnswering = false;
}

/** The trial showed nothing: the next program is one. */
export function endTrial(state: EndpointHealth): void {
  state.trialUntilMs = 0;
}

/** It answered, and is well: only full. */
export function becomeBusy(state: EndpointHealth, untilMs: number): void {
  Object.assign(state, { failures: 0, isAnswering: true, trialUntilMs: 0, busyUntilMs: untilMs });
}

/** It answers questions again; whether it runs programs, the next one shows. */
export function recover(state: EndpointHealth): void {
  Object.assign(state, { openUntilMs: 0, isAnswering: true, trialUntilMs: 0, busyUntilMs: 0 });
}
