/** Values of JavaScript from and to JSON of the declared type. */
export const JAVASCRIPT_VALUES = `
const { stringify } = JSON;
const { isArray } = Array;
const { keys, is } = Object;
const { isInteger, isSafeInteger } = Number;
const isView = ArrayBuffer.isView;
const toBigInt = BigInt;
const toNumber = Number;
const toText = String;
const mapEach = Function.prototype.call.bind(Map.prototype.forEach);
const MapClass = Map;
const MIN_INT = -(2n ** 63n);
const MAX_INT = 2n ** 63n - 1n;
const MAX_SAFE = 2n ** 53n - 1n;

class Mismatch extends Error {
  constructor(what) {
    super(what);
    this.what = what;
  }
}

/** Of a primitive, which no toJSON reaches. */
function quote(text) {
  return stringify(text);
}

/** What JSON.parse made, as the value a learner expects; in place, so that a key __proto__ stays one. */
function convert(type, value) {
  switch (type.kind) {
    case 'optional':
      return value === null ? null : convert(type.of, value);
    case 'int':
      return typeof value === 'string' ? toBigInt(value) : value;
    case 'float':
      return typeof value === 'string' ? toNumber(value) : value;
    case 'list':
      for (let i = 0; i < value.length; i++) value[i] = convert(type.of, value[i]);
      return value;
    case 'map':
      for (const key of keys(value)) value[key] = convert(type.of, value[key]);
      return value;
    default:
      return value;
  }
}

/** JSON of the declared type, or a Mismatch that says what the value is instead. */
function conform(type, value) {
  switch (type.kind) {
    case 'optional':
      return value === null || value === undefined ? 'null' : conform(type.of, value);
    case 'int':
      if (typeof value === 'bigint') return integer(value);
      if (typeof value === 'number' && isInteger(value)) return integer(toBigInt(value));
      break;
    case 'float':
      if (typeof value === 'number') return real(value);
      break;
    case 'bool':
      if (typeof value === 'boolean') return value ? 'true' : 'false';
      break;
    case 'string':
      if (typeof value === 'string') return quote(value);
      break;
    case 'list':
      if (isArray(value) || (isView(value) && value.length !== undefined)) return list(value, type.of);
      break;
    case 'map':
      if (value instanceof MapClass || isRecord(value)) return record(value, type.of);
      break;
    case 'any':
      return plain(value);
  }
  throw new Mismatch(nameOf(value));
}

function list(value, of) {
  let text = '[';
  for (let i = 0; i < value.length; i++) text += (i === 0 ? '' : ',') + conform(of, value[i]);
  return text + ']';
}

function record(value, of) {
  let text = '';
  const add = (item, key) => {
    if (typeof key !== 'string') throw new Mismatch('a Map with a key that is ' + nameOf(key));
    text += (text === '' ? '' : ',') + quote(key) + ':' + conform(of, item);
  };
  if (value instanceof MapClass) mapEach(value, add);
  else for (const key of keys(value)) add(value[key], key);
  return '{' + text + '}';
}

function plain(value) {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number') return real(value);
  if (typeof value === 'bigint') return integer(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'string') return quote(value);
  if (isArray(value)) return list(value, { kind: 'any' });
  if (value instanceof MapClass || isRecord(value)) return record(value, { kind: 'any' });
  throw new Mismatch(nameOf(value));
}

function integer(value) {
  if (value < MIN_INT || value > MAX_INT) throw new Mismatch('an integer past 64 bits');
  return value < -MAX_SAFE || value > MAX_SAFE ? '"' + value + '"' : toText(value);
}

function real(value) {
  if (value - value !== 0) return '"' + value + '"';
  return is(value, -0) ? '-0.0' : toText(value);
}

function isRecord(value) {
  return typeof value === 'object' && value !== null && !isArray(value) && !isView(value) && !(value instanceof Set);
}

function nameOf(value) {
  if (value === null) return 'null';
  if (typeof value === 'number') return isInteger(value) ? 'a number' : 'a number that is no integer';
  if (typeof value !== 'object') return typeof value;
  return isArray(value) ? 'an array' : 'an object';
}
`.trimStart();
