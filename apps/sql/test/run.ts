import { exports } from 'cloudflare:workers';
import type { QueryOutcome } from '@devcapsules/capsule/execution';
import { sha256 } from '@devcapsules/capsule/hash';
import type { SqlCall, SqlReply } from '../src/protocol.ts';

export const LIMITS = { timeMs: 1_000, memoryMb: 64 };

export interface Asked {
  source: string;
  /** Set-up scripts of each case; one case without set-up by default. */
  setups?: string[][];
  check?: string;
  limits?: SqlCall['limits'];
}

/** A call that carries all its scripts. */
export async function callOf({ source, setups = [[]], check, limits = LIMITS }: Asked): Promise<SqlCall> {
  const scripts: Record<string, string> = {};
  const cases: SqlCall['cases'] = [];
  for (const texts of setups) {
    const setup = [];
    for (const text of texts) {
      const hash = await sha256(text);
      scripts[hash] = text;
      setup.push({ hash });
    }
    cases.push({ setup, ...(check !== undefined && { check }) });
  }
  return { source, cases, limits, scripts };
}

/** One RPC. Awaited in here: an assertion that looks at properties of an RPC's promise would start further calls. */
export async function send(call: SqlCall): Promise<SqlReply> {
  return await exports.Sql.run(call);
}

/** The outcomes of all cases, through the Worker's RPC. */
export async function runAll(asked: Asked): Promise<QueryOutcome[]> {
  const reply = await send(await callOf(asked));
  if (!('outcomes' in reply)) throw new Error(`Missing: ${reply.missing}`);
  return reply.outcomes;
}

/** The outcome of the only case. */
export async function run(
  source: string,
  asked: Omit<Asked, 'source' | 'setups'> & { setup?: string[] } = {},
) {
  const { setup = [], ...rest } = asked;
  const [outcome] = await runAll({ source, setups: [setup], ...rest });
  if (!outcome) throw new Error('No outcome');
  return outcome;
}
