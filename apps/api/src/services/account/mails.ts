import { sha256 } from '@devcapsules/capsule/hash';
import type { Deps } from '../../deps.ts';
import { AppError } from '../../errors/app-error.ts';
import { LIMITS } from '../../plans.ts';
import type { User } from '../../ports/actor.ts';
import type { Mail } from '../../ports/mail.ts';
import type { Member } from '../../ports/members.ts';
import { quotaExceeded, takeFrom } from '../limits/quota.ts';

type Needed = Pick<
  Deps,
  'accounts' | 'members' | 'mails' | 'mailer' | 'quotas' | 'runtime' | 'config' | 'log'
>;

/**
 * Mails a link that verifies the address of who asks.
 * @throws AppError ALREADY_VERIFIED | MAIL_UNAVAILABLE | QUOTA_EXCEEDED
 */
export async function sendVerification({
  deps,
  actor,
}: {
  deps: Needed;
  actor: Pick<User, 'userId'>;
}): Promise<void> {
  const member = await deps.members.find(actor.userId);
  if (!member) throw new AppError('UNAUTHENTICATED');
  if (member.emailVerified) throw new AppError('ALREADY_VERIFIED');
  if (deps.mailer.provider === 'none') throw new AppError('MAIL_UNAVAILABLE');
  if (!(await mayMail({ deps }, member.email))) {
    throw quotaExceeded('mails', LIMITS.mailsPerDay, deps.runtime.now());
  }
  const url = `${deps.config.appUrl}/api/v1/auth/verify-email?token=${await deps.accounts.verificationToken(member)}`;
  await send({ deps }, member, 'verify', {
    subject: 'Verify your address',
    text: `Hello ${member.name},\n\nopen this link to verify that this address is yours:\n\n${url}\n\nIt works for a day. If you have no account at DevCapsules, leave it.\n`,
  });
}

/**
 * Mails a link that lets its reader set a password, if there is an account with this address. The caller must not
 * wait for it before answering: how long it takes tells whether there is one.
 */
export async function sendReset({ deps }: { deps: Needed }, email: string): Promise<void> {
  const member = await deps.members.findByEmail(email);
  if (!member || !(await mayMail({ deps }, member.email))) return;
  const url = `${deps.config.appUrl}/reset-password?token=${await deps.accounts.resetToken(member)}`;
  await send({ deps }, member, 'reset', {
    subject: 'Set a new password',
    text: `Hello ${member.name},\n\nopen this link to set a new password:\n\n${url}\n\nIt works once, for an hour, and ends all your sessions. If you did not ask for it, leave it.\n`,
  });
}

async function send(
  { deps }: { deps: Needed },
  { id: userId, email }: Member,
  kind: Mail['kind'],
  letter: { subject: string; text: string },
): Promise<void> {
  const createdAt = deps.runtime.now().toISOString();
  const mail = { id: deps.runtime.newId(), userId, kind, recipient: email, ...letter, createdAt };
  await deps.mails.save(mail);
  await deps.mailer.enqueue(mail.id);
}

/** Counted by a hash of the address. */
async function mayMail({ deps }: { deps: Needed }, email: string): Promise<boolean> {
  const key = `mail:${(await sha256(`${deps.config.authSecret}:${email}`)).slice(0, 32)}`;
  return (await takeFrom({ deps }, { key, plan: 'free' }, 'mails')) !== null;
}
