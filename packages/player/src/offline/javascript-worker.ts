/**
 * Runs one answer in JavaScript: its function on one test's arguments. Served with a policy of its own that lets it
 * evaluate code and forbids every connection; what could store or tell something is taken away before.
 */
const FORBIDDEN = [
  'indexedDB',
  'caches',
  'BroadcastChannel',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
];

export interface JavaScriptJob {
  source: string;
  functionName: string;
  args: unknown[];
}
export type JavaScriptOutcome = { value: unknown; printed: string } | { error: string; printed: string };

for (const name of [...FORBIDDEN, 'importScripts', 'Worker', 'navigator']) {
  Object.defineProperty(globalThis, name, { value: undefined, configurable: false });
}

const answer = postMessage.bind(globalThis) as (outcome: JavaScriptOutcome) => void;

addEventListener('message', ({ data }: MessageEvent<JavaScriptJob>) => {
  const lines: string[] = [];
  const print = (...values: unknown[]) => lines.push(values.map(show).join(' '));
  const console = { log: print, error: print, warn: print, info: print, debug: print };
  try {
    const body = `${data.source}\n;return typeof ${data.functionName} === 'function' ? ${data.functionName} : module.exports.${data.functionName} ?? module.exports;`;
    const load = new Function('console', 'module', 'exports', body);
    const module = { exports: {} };
    const value = load(console, module, module.exports)(...data.args);
    answer({ value: JSON.parse(JSON.stringify(value ?? null)), printed: lines.join('\n') });
  } catch (error) {
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    answer({ error: text, printed: lines.join('\n') });
  }
});

function show(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
}
