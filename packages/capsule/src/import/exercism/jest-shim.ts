/** As much of Jest (jestjs.io/docs/expect) as the tests of Exercism's JavaScript track use. */
export const JEST = `
const { isDeepStrictEqual: __same, inspect: __show } = require('node:util');
const __tests = [];
let __groups = [{ name: '', before: [], after: [] }];
function describe(name, body) {
  __groups = [...__groups, { name, before: [], after: [] }];
  body();
  __groups = __groups.slice(0, -1);
}
function test(name, body) {
  __tests.push({ name: [...__groups.map(one => one.name), name].filter(Boolean).join(' > '), body, groups: __groups });
}
// Learners of the track take the x away one by one; here all tests count.
const [it, xtest, xit, xdescribe] = [test, test, test, describe];
test.skip = test;
describe.skip = describe;
test.each = rows => (name, body) => rows.forEach(row => test(name, () => body(...[row].flat())));
test.todo = () => {};
const beforeEach = body => __groups.at(-1).before.push(body);
const afterEach = body => __groups.at(-1).after.push(body);
const beforeAll = beforeEach;
const afterAll = afterEach;

// toEqual passes over undefined properties and classes; toStrictEqual does not.
const __plain = value => {
  if (Array.isArray(value)) return Array.from(value, __plain);
  if (value === null || typeof value !== 'object' || value instanceof Date || value instanceof RegExp) return value;
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [__plain(key), __plain(item)]));
  if (value instanceof Set) return new Set([...value].map(__plain));
  if (value instanceof Error) return { message: value.message };
  return Object.fromEntries(Object.keys(value).filter(key => value[key] !== undefined).map(key => [key, __plain(value[key])]));
};
const __equal = (a, b) => __same(__plain(a), __plain(b));
const __matches = (actual, wanted) =>
  wanted !== null && typeof wanted === 'object' && actual !== null && typeof actual === 'object'
    ? Object.keys(wanted).every(key => __matches(actual[key], wanted[key]))
    : __equal(actual, wanted);
const __throws = (body, wanted) => {
  try {
    body();
  } catch (error) {
    if (wanted === undefined) return true;
    if (typeof wanted === 'function') return error instanceof wanted;
    const message = error?.message ?? String(error);
    if (wanted instanceof RegExp) return wanted.test(message);
    return wanted instanceof Error ? message === wanted.message : message.includes(wanted);
  }
  return false;
};
const __matchers = {
  toBe: (a, b) => Object.is(a, b),
  toEqual: __equal,
  toStrictEqual: (a, b) => __same(a, b),
  toBeCloseTo: (a, b, digits = 2) => a === b || Math.abs(a - b) < 10 ** -digits / 2,
  toBeNull: a => a === null,
  toBeUndefined: a => a === undefined,
  toBeDefined: a => a !== undefined,
  toBeNaN: a => Number.isNaN(a),
  toBeTruthy: a => Boolean(a),
  toBeFalsy: a => !a,
  toBeGreaterThan: (a, b) => a > b,
  toBeGreaterThanOrEqual: (a, b) => a >= b,
  toBeLessThan: (a, b) => a < b,
  toBeLessThanOrEqual: (a, b) => a <= b,
  toBeInstanceOf: (a, b) => a instanceof b,
  toContain: (a, b) => (typeof a === 'string' ? a.includes(b) : [...a].includes(b)),
  toContainEqual: (a, b) => [...a].some(item => __equal(item, b)),
  toHaveLength: (a, b) => a.length === b,
  toHaveProperty: (a, path, ...wanted) => {
    const keys = Array.isArray(path) ? path : path.split('.');
    const value = keys.reduce((at, key) => at?.[key], a);
    return wanted.length > 0 ? __equal(value, wanted[0]) : value !== undefined;
  },
  toMatch: (a, b) => (b instanceof RegExp ? b.test(a) : a.includes(b)),
  toMatchObject: __matches,
  toThrow: __throws,
  toThrowError: __throws,
};
function expect(actual) {
  const check = positive => Object.fromEntries(Object.entries(__matchers).map(([name, matcher]) => [name, (...wanted) => {
    if (Boolean(matcher(actual, ...wanted)) === positive) return;
    const not = positive ? '' : 'not.';
    const shown = wanted.map(one => __show(one)).join(', ');
    throw new Error('expect(' + __show(actual) + ').' + not + name + '(' + shown + ') does not hold');
  }]));
  return { ...check(true), not: check(false) };
}
async function __run() {
  if (__tests.length === 0) throw new Error('there are no tests');
  for (const { name, body, groups } of __tests) {
    try {
      for (const { before } of groups) for (const one of before) await one();
      await body();
      for (const { after } of groups) for (const one of after) await one();
    } catch (error) {
      error.message = name + ': ' + error.message;
      throw error;
    }
  }
}
`;
