const ANSWER = String.raw`'ready\n{"token":"?","value":178}\n'`;

/** JavaScript code that tries to pass without computing; f(5) should be 178. */
export const JAVASCRIPT = {
  'exits with 0 while loading': 'process.exit(0);',
  'exits hard while loading': 'process.reallyExit(0);',
  'exits in the call': 'function f(x) { process.exit(0); }',
  'prints markers on stdout and stderr': `function f(x) { for (const fd of [1, 2]) require('fs').writeSync(fd, ${ANSWER}); return 0; }`,
  'answers on every descriptor': `function f(x) { for (let fd = 0; fd < 256; fd++) try { require('fs').writeSync(fd, ${ANSWER}); } catch {} return 0; }`,
  'answers by itself and exits': `require('fs').writeSync(199, ${ANSWER}); process.reallyExit(0);`,
  'answers once more on exit': `process.on('exit', () => require('fs').writeSync(199, ${ANSWER})); function f(x) { return 178; }`,
  'closes the channel': `require('fs').closeSync(199); function f(x) { return 178; }`,
  'answers from a child': `require('child_process').spawnSync(process.execPath, ['-e', "require('fs').writeSync(1, 'ready\\\\n')"], { stdio: ['ignore', 199, 'ignore'] }); function f(x) { return 178; }`,
  'answers in a signal handler': `process.on('SIGUSR2', () => require('fs').writeSync(199, ${ANSWER})); function f(x) { process.kill(process.pid, 'SIGUSR2'); return 0; }`,
  'answers from a worker': `new (require('worker_threads').Worker)("require('fs').writeSync(199, 'x')", { eval: true }); const end = Date.now() + 300; while (Date.now() < end); function f(x) { return 0; }`,
  'patches JSON': `JSON.stringify = () => '178'; JSON.parse = () => ({}); function f(x) { return 0; }`,
  'patches prototypes': `Number.prototype.toString = BigInt.prototype.toString = function () { return '178'; }; Object.prototype.toJSON = String.prototype.toJSON = () => 178; function f(x) { return 0; }`,
  'patches what writes': `const fs = require('fs'); const write = fs.writeSync; fs.writeSync = (fd, data, ...more) => write(fd, ${ANSWER}, ...more); function f(x) { return 0; }`,
  'patches Buffer.from': `const from = Buffer.from; Buffer.from = () => from(${ANSWER}); function f(x) { return 0; }`,
  'patches String and BigInt': `globalThis.String = () => '178'; globalThis.BigInt = () => 178n; function f(x) { return 0; }`,
  'returns what converts to the right value': `function f(x) { return { valueOf: () => 178, toString: () => '178', toJSON: () => 178, [Symbol.toPrimitive]: () => 178 }; }`,
  'returns a boxed number': 'function f(x) { return new Number(178); }',
  'walks callers': `function f(x) { try { const text = String(f.caller); return Number(/expected[^0-9]*([0-9]+)/.exec(text)[1]); } catch { return 0; } }`,
  'prepares stack traces to reach the driver': `Error.prepareStackTrace = (_, sites) => sites.map(site => site.getFunction() + '').join(); function f(x) { return new Error().stack.includes('expec' + 'ted') ? 178 : 0; }`,
  'reads the files there are': `const fs = require('fs'); const texts = fs.readdirSync('.').filter(name => name !== 'solution.js').map(name => fs.readFileSync(name, 'utf8')).join(); function f(x) { return texts.includes('expected') ? 178 : 0; }`,
  'throws what ends well': `function f(x) { throw { toString() { process.reallyExit(0); }, get stack() { process.reallyExit(0); } }; }`,
  'returns a promise that never ends': 'function f(x) { return new Promise(() => {}); }',
  'handles its own uncaught exception': `process.on('uncaughtException', () => process.reallyExit(0)); function f(x) { setTimeout(() => { throw 1; }); return new Promise(() => {}); }`,
  'returns a promise of its own making':
    `Promise.prototype.then = function (done) { done(0); }; async function f(x) { return 1; }`.replace(
      '178',
      '1',
    ),
};
