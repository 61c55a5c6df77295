/** Where a diagnostic of gcc or javac starts: `file:line:`, or gcc's `file: In function …:`. */
const START = /^(?:([^\s:][^:\n]*):(?:\d+:| In | At )|cc1(?:plus)?: )/;
const DRIVERS_FILE = /^(?:main\.(?:c|cpp)|(?:Main|devcapsules\/Values)\.java|tests|Tests\.java)$/;
/** gcc's way to the driver: the learner's file is where it starts for its author. */
const INCLUDED_BY_DRIVER = /^(?:In file included| {17})(?: from|from) main\.(?:c|cpp):\d+(?::\d+)?[:,]$/;
const COUNT = /^\d+ (?:error|warning)s?$/;

/**
 * What a compiler said of the learner's files. What it said of the driver and of test programs, which may be
 * hidden, is left out; `advice` stands for it when there were errors.
 */
export function learnersDiagnostics(text: string, advice: string): string {
  const kept: string[] = [];
  let dropping = false;
  let driverFailed = false;
  for (const line of text.split('\n')) {
    if (INCLUDED_BY_DRIVER.test(line)) {
      const last = kept.at(-1);
      if (last?.endsWith(',')) kept[kept.length - 1] = `${last.slice(0, -1)}:`;
      continue;
    }
    const start = START.exec(line);
    if (start) dropping = start[1] !== undefined && DRIVERS_FILE.test(start[1]);
    if (dropping) driverFailed ||= /\berror:/.test(line);
    else if (!COUNT.test(line)) kept.push(line);
  }
  if (driverFailed) kept.push(advice, '');
  return kept.join('\n');
}
