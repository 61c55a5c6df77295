import type { MailConfig } from '../../config/accounts.ts';
import type { Delivery, Mail } from '../../ports/mail.ts';

const TIMEOUT_MS = 10_000;

/**
 * Sends one mail by `POST /emails` of Resend's API. The mail's id is the idempotency key: a mail whose answer was lost is not sent
 * twice. What passes (429, 5xx, no answer) is told apart from what doesn't (any other 4xx).
 */
export async function sendByHttp({ url, key, from }: MailConfig, mail: Mail): Promise<Delivery> {
  const { recipient, subject, text } = mail;
  let response: Response;
  try {
    response = await fetch(`${url}/emails`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${key}`,
        'idempotency-key': mail.id,
        'user-agent': 'devcapsules',
      },
      body: JSON.stringify({ from, to: [recipient], subject, text }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    return { outcome: 'later', error: `the mail service can't be reached: ${error}`, afterSeconds: null };
  }
  if (response.ok) {
    await response.body?.cancel();
    return { outcome: 'sent' };
  }
  const error = `the mail service answered ${response.status}: ${await reason(response)}`;
  if (response.status !== 429 && response.status < 500) return { outcome: 'refused', error };
  const afterSeconds = Number(response.headers.get('retry-after')) || null;
  return { outcome: 'later', error, afterSeconds };
}

async function reason(response: Response): Promise<string> {
  const text = await response.text().catch(() => '(the answer broke off)');
  return text.slice(0, 300);
}
