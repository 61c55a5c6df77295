import { ApiError } from '@devcapsules/client/error';
import type { PlayerApi } from './api.ts';
import { storage } from './storage.ts';

/** After the last key; learners without an account share their address's allowance of requests with others. */
const SAVE_AFTER_MS = { signedIn: 3_000, anonymous: 20_000 };
const RETRY_MS = 30_000;

export type DraftState = 'saving' | 'saved' | 'savedHere' | 'notSaved';

interface Kept {
  source: string;
  /** The server's draft that this follows; null when there was none. */
  base: string | null;
  /** Whether the server has it. */
  isSynced: boolean;
}

export interface DraftEvents {
  onState(state: DraftState): void;
  /** Another tab or device has saved something else. */
  onConflict(theirs: string): void;
}

/** What somebody types into one capsule: at once in this browser, and soon on the server. */
export class Drafts {
  readonly #api: PlayerApi;
  readonly #capsuleId: string;
  readonly #events: DraftEvents;
  #kept: Kept | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isPaused = false;

  constructor(api: PlayerApi, capsuleId: string, events: DraftEvents) {
    this.#api = api;
    this.#capsuleId = capsuleId;
    this.#events = events;
  }

  get #key(): string {
    return `draft:${this.#api.owner}:${this.#capsuleId}`;
  }

  /** What to go on with: what this browser has that the server does not, else the server's, else nothing. */
  async resume(): Promise<string | null> {
    this.#kept = this.#readHere();
    if (!this.#api.isSignedIn) return this.#kept?.source ?? null;
    // Without the server, what is here is what there is.
    const theirs = await this.#api.draft(this.#capsuleId).catch(() => null);
    if (!theirs) return this.#kept?.source ?? null;
    if (this.#kept && !this.#kept.isSynced && this.#kept.source !== theirs.source) {
      if (this.#kept.base !== theirs.updatedAt) this.#meet(theirs);
      return this.#kept.source;
    }
    this.#keep({ source: theirs.source, base: theirs.updatedAt, isSynced: true });
    return theirs.source;
  }

  /** After each change. */
  typed(source: string): void {
    if (this.#kept?.source === source) return;
    const isKept = this.#keep({ source, base: this.#kept?.base ?? null, isSynced: false });
    this.#events.onState(isKept ? (this.#api.isKnown ? 'saving' : 'savedHere') : 'notSaved');
    this.#saveIn(this.#api.isSignedIn ? SAVE_AFTER_MS.signedIn : SAVE_AFTER_MS.anonymous);
  }

  /** Sends what has not been sent yet; for when the page is left or the connection is back. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    const kept = this.#kept;
    if (!kept || kept.isSynced || this.#isPaused || !this.#api.isKnown) return;
    try {
      const updatedAt = await this.#api.saveDraft(this.#capsuleId, kept.source, kept.base);
      const isNewest = this.#kept?.source === kept.source;
      this.#keep({ ...(this.#kept ?? kept), base: updatedAt, isSynced: isNewest });
      if (isNewest) this.#events.onState('saved');
      else this.#saveIn(SAVE_AFTER_MS.signedIn);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Goes on with what is here, although somewhere else there is something newer. */
  keepMine(): void {
    this.#isPaused = false;
    void this.flush();
  }

  #fail(error: unknown): void {
    if (!(error instanceof ApiError)) throw error;
    this.#events.onState('savedHere');
    if (error.code !== 'DRAFT_CONFLICT') {
      this.#saveIn((error.retryAfterSeconds ?? 0) * 1000 || RETRY_MS);
      return;
    }
    const { sourceCode, updatedAt } = error.details as {
      sourceCode: string | null;
      updatedAt: string | null;
    };
    if (this.#kept) this.#kept.base = updatedAt;
    if (sourceCode === null || sourceCode === this.#kept?.source) void this.flush();
    else this.#meet({ source: sourceCode, updatedAt });
  }

  #meet({ source, updatedAt }: { source: string; updatedAt: string | null }): void {
    this.#isPaused = true;
    if (this.#kept) this.#kept.base = updatedAt;
    this.#events.onConflict(source);
  }

  #saveIn(delayMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), delayMs);
  }

  #keep(kept: Kept): boolean {
    this.#kept = kept;
    return storage.write(this.#key, JSON.stringify(kept));
  }

  #readHere(): Kept | null {
    const text = storage.read(this.#key);
    if (text === null) return null;
    try {
      const { source, base = null, isSynced = false } = JSON.parse(text) as Partial<Kept>;
      return typeof source === 'string' ? { source, base, isSynced } : null;
    } catch {
      return null;
    }
  }
}
