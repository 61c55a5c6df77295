/**
 * A module that stands before the API's own and counts what its bindings are asked for, in the units that are billed:
 * rows of D1 as its results tell them, operations of KV and R2, messages of queues, calls of Durable Objects. What was
 * counted is told, and begins anew, at `GET /api/__meter`. Plain JavaScript, for it is never part of what is deployed.
 */
export const METER = `
import worker, * as all from './index.js';
export * from './index.js';

const totals = {};
const add = (name, by = 1) => { totals[name] = (totals[name] ?? 0) + by; };
const real = new WeakMap();

function rows(meta) {
  add('rowsRead', meta.rows_read);
  add('rowsWritten', meta.rows_written);
  totals.databaseBytes = meta.size_after;
}
async function counted(statement, how) {
  const result = await statement[how]();
  rows(result.meta);
  return result;
}

/** Of raw() nothing is told: what reads is asked once more for its numbers, what writes is asked for its rows by name. */
const reads = sql => /^\\s*(select|with)/i.test(sql) && !/\\b(insert|update|delete|replace)\\b/i.test(sql);
function statementOf(statement, sql) {
  const metered = {
    bind: (...values) => statementOf(statement.bind(...values), sql),
    all: () => counted(statement, 'all'),
    run: () => counted(statement, 'run'),
    async first(column) {
      const [row] = (await counted(statement, 'all')).results;
      return row === undefined ? null : column === undefined ? row : row[column];
    },
    async raw(options) {
      if (options?.columnNames) throw new Error('the meter knows no raw() with column names');
      if (!reads(sql)) return (await counted(statement, 'all')).results.map(row => Object.values(row));
      const found = await statement.raw();
      await counted(statement, 'all');
      return found;
    },
  };
  real.set(metered, statement);
  return metered;
}

const meters = {
  DB: db => ({
    prepare: sql => statementOf(db.prepare(sql), sql),
    // Of no use here, but libraries know a D1 database by it.
    exec: () => { throw new Error('the meter knows no exec()'); },
    async batch(statements) {
      const results = await db.batch(statements.map(one => real.get(one) ?? one));
      for (const { meta } of results) rows(meta);
      return results;
    },
  }),
  CACHE: kv => ({
    get: (...args) => (add('kvReads'), kv.get(...args)),
    getWithMetadata: (...args) => (add('kvReads'), kv.getWithMetadata(...args)),
    put: (...args) => (add('kvWrites'), kv.put(...args)),
    delete: (...args) => (add('kvWrites'), kv.delete(...args)),
  }),
  BLOBS: bucket => ({
    get: (...args) => (add('r2Reads'), bucket.get(...args)),
    head: (...args) => (add('r2Reads'), bucket.head(...args)),
    put: (...args) => (add('r2Writes'), bucket.put(...args)),
    list: (...args) => (add('r2Writes'), bucket.list(...args)),
    delete: (...args) => bucket.delete(...args),
  }),
};
const queue = one => ({
  send: (...args) => (add('queueMessages'), one.send(...args)),
  sendBatch: (messages, ...rest) => (add('queueMessages', messages.length), one.sendBatch(messages, ...rest)),
});
for (const name of ['EVENTS', 'MAILS', 'GENERATIONS']) meters[name] = queue;
const objects = namespace => new Proxy(namespace, {
  get(target, name) {
    if (name !== 'get' && name !== 'getByName') return typeof target[name] === 'function' ? target[name].bind(target) : target[name];
    return (...args) => {
      const stub = target[name](...args);
      return new Proxy(stub, {
        get: (_, method) => typeof stub[method] === 'function' ? (...given) => (add('objectRequests'), stub[method](...given)) : stub[method],
      });
    };
  },
});
for (const name of ['PROOFS', 'REGRADES', 'GENERATION_JOBS']) meters[name] = objects;

/** The same one for the same bindings: what is costly to make is kept by them. */
const known = new WeakMap();
function metered(env) {
  if (!known.has(env)) {
    const made = {};
    known.set(env, new Proxy(env, {
      get: (target, name) => name in meters && target[name] ? (made[name] ??= meters[name](target[name])) : target[name],
    }));
  }
  return known.get(env);
}

const of = Base => class extends Base {
  constructor(context, env) { super(context, metered(env)); }
};
export const ProofRun = of(all.ProofRun);
export const RegradeRun = of(all.RegradeRun);
export const GenerationJob = of(all.GenerationJob);

export default {
  async fetch(request, env, context) {
    if (new URL(request.url).pathname === '/api/__meter') {
      const told = { ...totals };
      for (const name of Object.keys(totals)) if (name !== 'databaseBytes') delete totals[name];
      return Response.json(told);
    }
    add('requests');
    return worker.fetch(request, metered(env), context);
  },
  queue: (batch, env, context) => (add('invocations'), worker.queue(batch, metered(env), context)),
  scheduled: (controller, env, context) => (add('invocations'), worker.scheduled(controller, metered(env), context)),
};
`;
