import { beforeAll, describe, expect, it } from 'vitest';
import { SCOPES } from '../../src/ports/actor.ts';
import { type Answer, ask, NOTHING_GENERATED, Person } from '../support.ts';
import { ROWS, type Row } from './rows.ts';
import type { Case } from './things.ts';

interface Access {
  who: 'anyone' | 'user' | 'owner' | 'admin';
  needs?: string;
}

interface Operation {
  method: string;
  path: string;
  access: Access;
}

const BASE = '/api/v1';
/** What may be put in place of every parameter, and is nobody's. */
const NOBODYS = 'ffffffff-ffff-4fff-8fff-ffffffffffff';

const operations = await ask('GET', '/openapi.json').then(({ body }) =>
  Object.entries<Record<string, { 'x-access': Access }>>(body.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, operation]): Operation => ({
        method: method.toUpperCase(),
        path: path.slice(BASE.length),
        access: operation['x-access'],
      }),
    ),
  ),
);
const nameOf = ({ method, path }: Operation) => `${method} ${path}`;

/** Somebody, as headers. Null asks with nothing. */
type Asker = Record<string, string> | null;

let owner: Person;
let other: Person;
let admin: Person;
const keys = { all: '', expired: '' };
/** By the scope that is missing. */
const keysWithout = new Map<string, string>();

beforeAll(async () => {
  owner = await Person.signUp('Owner');
  other = await Person.signUp('Other');
  admin = await Person.signUp('Admin');
  keys.all = await owner.key([...SCOPES]);
  for (const scope of SCOPES) {
    keysWithout.set(scope, await owner.key(SCOPES.filter(other => other !== scope)));
  }
  keys.expired = await owner.expiredKey();
});

describe('every route of the document', () => {
  it('says who may use it, and has a row', () => {
    expect(operations.filter(({ access }) => access === undefined).map(nameOf)).toEqual([]);
    expect(operations.map(nameOf).sort()).toEqual(Object.keys(ROWS).sort());
  });
});

describe.each(operations.map(operation => [nameOf(operation), operation] as const))(
  '%s',
  (name, operation) => {
    const { who, needs } = operation.access ?? { who: 'admin' };
    const row: Row = ROWS[name] ?? { ok: 0 };
    const others = row.others ?? (who === 'owner' ? 404 : row.ok);

    const send = (request: Case, asker: Asker): Promise<Answer> => {
      const path = operation.path.replace(/\{(\w+)\}/g, (_, key: string) => request.params?.[key] ?? NOBODYS);
      return ask(operation.method, path + (request.query ?? ''), {
        ...request,
        headers: { ...request.headers, ...asker },
        env: { ...NOTHING_GENERATED, ADMIN_EMAILS: admin.email },
      });
    };
    const make = (): Promise<Case> => (row.make ? row.make(owner) : Promise.resolve({}));
    /** Whoever asks by a session that may end by it. */
    const asking = (person: Person) => (row.signsOut ? Person.signUp() : person);
    const status = async (asker: Asker) => (await send(await make(), asker)).status;
    const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

    it('answers nobody as it should', async () => {
      const refused = who === 'user' || who === 'owner' || who === 'admin';
      expect(await status(null)).toBe(refused ? 401 : others);
    });

    it('answers another user as it should, as if there were nothing', async () => {
      const request = await make();
      const answer = await send(request, { cookie: (await asking(other)).cookie });
      if (who === 'admin') {
        expect(answer.status).toBe(403);
        return;
      }
      expect(answer.status).toBe(others);
      const isPrivate = who === 'owner' || row.others === 404;
      if (!isPrivate || !request.params) return;
      const nobodys = Object.fromEntries(
        Object.keys(request.params).map(key => [key, key === 'version' ? '1' : NOBODYS]),
      );
      const nothing = await send({ ...request, params: nobodys }, { cookie: other.cookie });
      expect({ ...answer.body, requestId: '' }).toEqual({ ...nothing.body, requestId: '' });
    });

    it('lets an admin see and do no more than another user, but in the administration', async () => {
      expect(await status({ cookie: (await asking(admin)).cookie })).toBe(who === 'admin' ? row.ok : others);
    });

    it('answers whoever may', async () => {
      const entitled = who === 'admin' ? admin : await asking(owner);
      expect(await status({ cookie: entitled.cookie })).toBe(row.ok);
    });

    it('answers a key with every scope, and refuses one without the scope that is needed', async () => {
      const forPeople = who === 'admin' || needs === 'session';
      expect(await status(bearer(keys.all))).toBe(forPeople ? 403 : row.ok);
      const without = needs === undefined ? undefined : keysWithout.get(needs);
      if (without !== undefined) expect(await status(bearer(without))).toBe(403);
    });

    it('refuses an expired key and a forged token, whoever may ask', async () => {
      const request = await make();
      const answers = [];
      for (const token of [keys.expired, `${keys.all.slice(0, -1)}_`, FORGED_TOKEN]) {
        answers.push(await send(request, bearer(token)));
      }
      expect(answers.map(({ status, body }) => [status, body.error?.code])).toEqual(
        Array(3).fill([401, 'INVALID_TOKEN']),
      );
    });
  },
);

const part = (value: object) => btoa(JSON.stringify(value)).replace(/=+$/, '');
/** Claims to be everything, and is signed by nobody. */
const FORGED_TOKEN = `${part({ alg: 'none', typ: 'JWT' })}.${part({ sub: 'admin', role: 'service_role', exp: 4_102_444_800 })}.`;
