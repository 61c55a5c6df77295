export const MAIL_KINDS = ['verify', 'reset'] as const;

export interface Mail {
  id: string;
  userId: string | null;
  kind: (typeof MAIL_KINDS)[number];
  recipient: string;
  subject: string;
  text: string;
  createdAt: string;
}

export type MailState = 'queued' | 'sent' | 'failed';

/** Mail is stored before it is sent, so that none is lost between two services. */
export interface MailStore {
  save(mail: Mail): Promise<void>;
  /** Null when it is not waiting to be sent any more. */
  findQueued(id: string): Promise<Mail | null>;
  /** What was sent keeps no text: it holds a secret. */
  end(id: string, state: 'sent' | 'failed', error: string | null, at: string): Promise<void>;
  /** Newest first. */
  list(limit: number): Promise<(Mail & { state: MailState })[]>;
  /** Forgets what was written before. @returns how many */
  prune(before: string): Promise<number>;
}

/** What is on the queue of mails: which one to send. */
export interface MailOrder {
  mailId: string;
}

/** How it went: `later` may be tried again, after as many seconds as the service asked for. */
export type Delivery =
  | { outcome: 'sent' }
  | { outcome: 'later'; error: string; afterSeconds: number | null }
  | { outcome: 'refused'; error: string };

export interface Mailer {
  /** `none`: no mail is sent; `outbox`: mails stay in the store, to be read there; `http`: a service sends them. */
  provider: 'none' | 'outbox' | 'http';
  enqueue(mailId: string): Promise<void>;
  deliver(mail: Mail): Promise<Delivery>;
}
