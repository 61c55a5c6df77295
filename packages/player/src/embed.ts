import './player.ts';
import type { HostEvents } from './context.ts';
import { type FromEmbed, isHello, toHost } from './protocol.ts';

/** The page in a frame: tells its host how high it is and what happens, after the host has said who it is. */
const NAMES = ['ready', 'run', 'pass'] as const satisfies (keyof HostEvents)[];
let hostOrigin: string | null = null;
/** What happened before the host was heard. */
const waiting: FromEmbed[] = [];

function tell(message: FromEmbed): void {
  if (hostOrigin === null) waiting.push(message);
  else parent.postMessage(toHost(message), hostOrigin);
}

addEventListener('message', event => {
  if (event.source !== parent || !isHello(event.data)) return;
  // A host without an origin of its own (a sandbox, a file) can only be answered by its window.
  hostOrigin = event.origin === 'null' ? '*' : event.origin;
  tellHeight();
  for (const message of waiting.splice(0)) tell(message);
});
for (const name of NAMES) {
  addEventListener(`devcapsule:${name}`, event => {
    if (event instanceof CustomEvent) tell({ kind: 'event', name, detail: event.detail });
  });
}

function tellHeight(): void {
  const heightPx = Math.ceil(document.body.getBoundingClientRect().height);
  if (hostOrigin !== null && heightPx > 0) tell({ kind: 'height', heightPx });
}

if (parent !== window) new ResizeObserver(tellHeight).observe(document.body);
