import { parseArgs } from 'node:util';
import { z } from 'zod';
import { main, StepError } from '../../tools/lib/steps.ts';
import { renderTable } from '../../tools/lib/table.ts';
import { type Finding, judge } from './conditions.ts';
import { gatherFacts } from './facts.ts';

const HELP = `node infra/alerts/check.ts

Asks an installation and Cloudflare how things are, tells what holds, and fails when somebody has to look. With
ALERT_WEBHOOK the findings are also posted there, as {"text": …}.

  ALERTS_URL                    the product's address
  ALERTS_ACCESS_ID, …_SECRET    a service token of Cloudflare Access that may administer
  ALERTS_COOKIE                 in its place where Access is not set up: an administrator's session
  CLOUDFLARE_ACCOUNT_ID         whose account
  CLOUDFLARE_ANALYTICS_TOKEN    a token that reads the account's analytics, and nothing else
  ALERTS_DATASET                of Analytics Engine (devcapsules_requests_production)
  CLOUDFLARE_API_BASE_URL       https://api.cloudflare.com/client/v4
`;

const variables = z.object({
  ALERTS_URL: z.url().transform(url => url.replace(/\/$/, '')),
  ALERTS_ACCESS_ID: z.string().optional(),
  ALERTS_ACCESS_SECRET: z.string().optional(),
  ALERTS_COOKIE: z.string().optional(),
  CLOUDFLARE_ACCOUNT_ID: z.string().min(1),
  CLOUDFLARE_ANALYTICS_TOKEN: z.string().min(1),
  ALERTS_DATASET: z.string().regex(/^\w+$/).default('devcapsules_requests_production'),
  CLOUDFLARE_API_BASE_URL: z.url().default('https://api.cloudflare.com/client/v4'),
  ALERT_WEBHOOK: z.url().optional(),
});

await main(async () => {
  if (parseArgs({ options: { help: { type: 'boolean' } } }).values.help) {
    console.log(HELP);
    return 0;
  }
  const parsed = variables.safeParse(process.env);
  if (!parsed.success) throw new StepError(`${z.prettifyError(parsed.error)}\n\n${HELP}`);
  const env = parsed.data;
  const now = new Date();
  const sources = {
    url: env.ALERTS_URL,
    adminHeaders: {
      ...(env.ALERTS_ACCESS_ID && { 'cf-access-client-id': env.ALERTS_ACCESS_ID }),
      ...(env.ALERTS_ACCESS_SECRET && { 'cf-access-client-secret': env.ALERTS_ACCESS_SECRET }),
      ...(env.ALERTS_COOKIE && { cookie: env.ALERTS_COOKIE }),
    },
    cloudflare: {
      api: env.CLOUDFLARE_API_BASE_URL,
      accountId: env.CLOUDFLARE_ACCOUNT_ID,
      token: env.CLOUDFLARE_ANALYTICS_TOKEN,
    },
    dataset: env.ALERTS_DATASET,
  };
  const findings = judge(await gatherFacts(sources, now), now);
  console.log(
    renderTable(
      ['condition', 'value', ''],
      findings.map(({ name, value, firing }) => [
        name,
        value === null ? '?' : Number(value.toPrecision(3)),
        firing ? 'FIRING' : '',
      ]),
    ),
  );
  const firing = findings.filter(finding => finding.firing);
  for (const finding of firing) console.log(tell(finding));
  if (firing.length > 0 && env.ALERT_WEBHOOK) await post(env.ALERT_WEBHOOK, firing);
  return firing.length > 0 ? 1 : 0;
});

function tell({ name, severity, summary, runbook }: Finding): string {
  return `${severity}: ${name}: ${summary} (${runbook})`;
}

async function post(url: string, firing: Finding[]): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: firing.map(tell).join('\n') }),
    signal: AbortSignal.timeout(30_000),
  });
  if (!response.ok) throw new StepError(`The webhook answered ${response.status}`);
}
