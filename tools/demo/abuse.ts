import { z } from 'zod';
import type { ApiUser } from '../lib/api.ts';
import { submit } from '../lib/capsules.ts';

/** SQL that must end in a clear error, soon, and leave the next request unharmed. */
const STATEMENTS: [string, string][] = [
  [
    'recursive CTE without end',
    'WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n',
  ],
  [
    'cross join of five big tables',
    'SELECT count(*) FROM Track a, Track b, InvoiceLine c, PlaylistTrack d, Invoice e',
  ],
  ['ATTACH', "ATTACH 'other.db' AS other"],
  ['load_extension', "SELECT load_extension('evil.so')"],
  [
    'writing 1 GB',
    'CREATE TABLE big AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT randomblob(100000) FROM n LIMIT 10000',
  ],
  ['one value of 1 GB', 'SELECT length(zeroblob(1000000000))'],
];

export interface AbuseResult {
  statement: string;
  verdict: string;
  message: string;
  ms: number;
  /** Whether the reference is still accepted right afterwards. */
  nextIsFine: boolean;
}

const run = z.object({
  judgement: z.object({ verdict: z.string(), tests: z.array(z.object({ stderr: z.string().optional() })) }),
});

/** Sends each statement to a capsule as a learner would, and an honest solution behind it. */
export async function abuseSql(learner: ApiUser, id: string, solution: string): Promise<AbuseResult[]> {
  const results: AbuseResult[] = [];
  for (const [statement, source_code] of STATEMENTS) {
    const startedAt = performance.now();
    const { judgement } = run.parse(await learner.post(`/capsules/${id}/run`, { source_code }));
    const ms = Math.round(performance.now() - startedAt);
    const after = await submit(learner, id, solution);
    const message = judgement.tests[0]?.stderr ?? '';
    results.push({
      statement,
      verdict: judgement.verdict,
      message,
      ms,
      nextIsFine: after.verdict === 'accepted',
    });
  }
  return results;
}
