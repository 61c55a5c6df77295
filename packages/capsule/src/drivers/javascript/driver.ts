import type { SourceFile } from '../../execution.ts';
import type { Driver } from '../driver.ts';
import { JAVASCRIPT_VALUES } from './values.ts';

/**
 * The JavaScript driver. The learner's code is a script in the global scope, so that the test program, another
 * script, sees what it declares; what it exports instead is put there. All that the driver uses later it takes
 * before that code is loaded, and its functions are strict: none shows its caller or its text.
 */
const JAVASCRIPT_DRIVER = String.raw`
const fs = require('node:fs');
const vm = require('node:vm');
const { readFileSync, writeSync, unlinkSync } = fs;
const { runInThisContext } = vm;
const exit = process.exit;
const call = Function.prototype.call;
const { parse } = JSON;
const bufferFrom = Buffer.from;
const subarray = call.bind(Uint8Array.prototype.subarray);
const replace = call.bind(String.prototype.replace);
const split = call.bind(String.prototype.split);
const includes = call.bind(String.prototype.includes);
const { defineProperty, getOwnPropertyNames } = Object;
const options = name => ({ filename: name, importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER });

function main(nonce) {
  const [source, sink] = process.env.DEVCAPSULES_CHANNEL.split(',').map(Number);
  delete process.env.DEVCAPSULES_CHANNEL;
  const assert = nonce === null ? null : frozen(require('node:assert'));
  const send = text => {
    for (let data = bufferFrom(text); data.length > 0; ) data = subarray(data, writeSync(sink, data));
  };
  const text = readFileSync('solution.js', 'utf8');
  // This file says the nonce, and is not needed any more.
  unlinkSync('main.js');
  try {
    load(text);
  } catch (error) {
    fail(error);
  }
  send('ready\n');
  const { token, call: wanted, code } = parse(readFileSync(source, 'utf8'));
  const answer = members => {
    send('{"token":' + quote(token) + members + '}\n');
    // Timers and connections that are left open are nobody's concern any more.
    exit(0);
  };
  if (wanted) callFunction(wanted, answer);
  else runTests(code, assert, () => answer(',"nonce":' + quote(nonce)));
}

/** As a script; as a module where it is one. */
function load(text) {
  const module = { exports: {}, children: [], id: '.', filename: 'solution.js', loaded: false };
  const scope = { require, module, exports: module.exports, __filename: 'solution.js', __dirname: '.' };
  for (const name of getOwnPropertyNames(scope)) globalThis[name] = scope[name];
  let script;
  try {
    script = new vm.Script(text, options('solution.js'));
  } catch (error) {
    if (!(error instanceof SyntaxError) || !/\b(import|export|await)\b/.test(text)) throw error;
    publish(require('./solution.js'));
    return;
  }
  script.runInThisContext();
  publish(module.exports);
}

function publish(exports) {
  if (typeof exports === 'function') define(exports.name, exports);
  if ((typeof exports !== 'object' && typeof exports !== 'function') || exports === null) return;
  for (const name of getOwnPropertyNames(exports)) define(name, exports[name]);
}

/** What the code declares itself goes before what it exports under the same name. */
function define(name, value) {
  if (!/^[\w$]+$/.test(name) || name in Function.prototype || declared(name)) return;
  defineProperty(globalThis, name, { value, writable: true, configurable: true });
}

function declared(name) {
  try {
    return runInThisContext('typeof ' + name) !== 'undefined';
  } catch {
    return true;
  }
}

function callFunction({ args, functionName, params, returns, declaration }, answer) {
  const solution = runInThisContext('typeof ' + functionName + ' === "function" ? ' + functionName + ' : null');
  if (solution === null) fail('ReferenceError: there must be a function: ' + declaration);
  for (let i = 0; i < args.length; i++) args[i] = convert(params[i], args[i]);
  const finish = value => {
    let members;
    try {
      members = ',"value":' + conform(returns, value);
    } catch (error) {
      if (!(error instanceof Mismatch) && !(error instanceof RangeError)) fail(error);
      const what = error instanceof Mismatch ? error.what : 'a value that is nested without end';
      members = ',"mismatch":' + quote(what) + ',"shown":' + quote(show(value));
    }
    answer(members);
  };
  let value;
  try {
    value = solution(...args);
  } catch (error) {
    fail(error);
  }
  if (value instanceof Promise) value.then(finish, fail);
  else finish(value);
}

/** The test program may await; it stands on the lines it has in its own text. */
function runTests(code, assert, done) {
  globalThis.assert = assert;
  const start = '(async () => {';
  const run = runInThisContext(start + code + '\n})', { ...options('test.js'), columnOffset: -start.length });
  run().then(done, fail);
}

function frozen(assert) {
  Object.freeze(assert.strict);
  return Object.freeze(assert);
}

function show(value) {
  try {
    return require('node:util').inspect(value).slice(0, 1000);
  } catch {
    return typeof value;
  }
}

/** Shows an error with the learner's own frames. */
function fail(error) {
  let text;
  try {
    text = typeof error === 'string' ? error : error instanceof Error ? trace(error) : 'Uncaught ' + show(error);
  } catch {
    text = 'Uncaught error';
  }
  writeSync(2, text + '\n');
  exit(1);
}

function trace(error) {
  const lines = split('' + (error.stack ?? error), '\n');
  let text = '';
  for (const line of lines) {
    const driver = includes(line, 'main.js') || includes(line, 'node:') || includes(line, 'wait.cjs');
    if (driver && /^\s+at /.test(line)) continue;
    text += (text && '\n') + replace(replace(line, 'file://', ''), process.cwd() + '/', '');
  }
  return text;
}
`;

/** Under the name that warm interpreters wait for. */
function files(source: string, nonce: string | null): SourceFile[] {
  const start = `main(${JSON.stringify(nonce)});\n`;
  return [
    { name: 'main.js', content: `'use strict';\n${JAVASCRIPT_VALUES}${JAVASCRIPT_DRIVER}${start}` },
    { name: 'solution.js', content: source },
  ];
}

export const javascriptDriver: Driver = {
  functionFiles: source => files(source, null),
  programFiles: (source, _tests, nonce) => files(source, nonce),
};
