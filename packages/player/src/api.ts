import { type Client, createClient, data } from '@devcapsules/client/client';
import { ApiError } from '@devcapsules/client/error';
import { storage } from './storage.ts';
import type { Capsule, Explanation, Hint, Judgement, RunResult, Verdict } from './types.ts';

const TOKEN = 'learner';
const BASE = '/api/v1';

export interface Help {
  hint: Hint | null;
  explanation: Explanation | null;
  left: number;
  personal: 'given' | 'ladder_first' | 'needs_code' | 'withheld' | 'unavailable' | 'off';
}

export interface Failure {
  verdict: Verdict;
  message: string;
  test?: string;
}

/**
 * What the player asks the API for. Who is signed in on the API's own pages is known by their cookie; anybody else
 * by a learner token that stays in this browser, so that it works where cookies of third parties don't.
 * All methods throw ApiError.
 */
export class PlayerApi {
  readonly baseUrl: string;
  #userId: string | null = null;
  #client: Client;

  /** @param baseUrl the API's origin */
  constructor(baseUrl: string) {
    this.baseUrl = baseUrl;
    this.#client = this.#connect();
  }

  #connect(): Client {
    const learnerToken = storage.read(TOKEN);
    return createClient({ baseUrl: this.baseUrl, ...(learnerToken !== null && { learnerToken }) });
  }

  /** Whose drafts these are, in this browser's storage. */
  get owner(): string {
    return this.#userId ?? 'anonymous';
  }

  /** Whether the API knows whose progress this is. */
  get isKnown(): boolean {
    return this.#userId !== null || storage.read(TOKEN) !== null;
  }

  get isSignedIn(): boolean {
    return this.#userId !== null;
  }

  /** Finds out who is signed in; cookies are sent to the page's own origin alone. */
  async identify(): Promise<void> {
    if (new URL(this.baseUrl).origin !== location.origin) return;
    const { user } = await this.#ask(client => data(client.GET(`${BASE}/auth/session`)));
    this.#userId = user?.id ?? null;
  }

  /** Makes sure that what follows is found again. */
  async becomeKnown(): Promise<void> {
    if (this.isKnown) return;
    const { token } = await data(this.#client.POST(`${BASE}/learners`));
    storage.write(TOKEN, token);
    this.#client = this.#connect();
  }

  capsule(id: string): Promise<Capsule> {
    return this.#ask(client => data(client.GET(`${BASE}/capsules/{id}`, { params: { path: { id } } })));
  }

  run(id: string, source: string, stdin?: string): Promise<RunResult> {
    const body = { source_code: source, ...(stdin !== undefined && { stdin }) };
    return this.#ask(client =>
      data(client.POST(`${BASE}/capsules/{id}/run`, { params: { path: { id } }, body })),
    );
  }

  submit(id: string, source: string): Promise<Judgement> {
    const body = { source_code: source };
    return this.#ask(client =>
      data(client.POST(`${BASE}/capsules/{id}/submit`, { params: { path: { id } }, body })),
    );
  }

  /** Rows of a table that a script makes. */
  query(setup: string, source: string) {
    const body = { language: 'sql' as const, source_code: source, setup };
    return this.#ask(client => data(client.POST(`${BASE}/execute`, { body })));
  }

  hints(capsuleId: string): Promise<{ hints: Hint[]; left: number; isPersonal: boolean }> {
    const params = { path: { capsuleId } };
    return this.#ask(client => data(client.GET(`${BASE}/mentor/status/{capsuleId}`, { params }))).then(
      ({ hints, ...rest }) => ({ ...rest, hints: hints.filter(hint => hint !== null) }),
    );
  }

  hint(capsuleId: string, code: string, error?: Failure): Promise<Help> {
    const body = { capsuleId, code, ...(error && { error }) };
    return this.#ask(client => data(client.POST(`${BASE}/mentor/hint`, { body })));
  }

  async judgeHint(hintId: string, helpful: boolean): Promise<void> {
    await this.#ask(client => data(client.POST(`${BASE}/mentor/feedback`, { body: { hintId, helpful } })));
  }

  /** What was typed last, on any device; null without any. */
  async draft(capsuleId: string): Promise<{ source: string; updatedAt: string } | null> {
    const params = { path: { capsuleId } };
    const progress = await this.#ask(client => data(client.GET(`${BASE}/progress/{capsuleId}`, { params })));
    const draft = progress?.draft;
    return draft ? { source: draft.sourceCode, updatedAt: draft.updatedAt } : null;
  }

  /** @throws ApiError DRAFT_CONFLICT when another tab or device has saved since `ifUpdatedAt` */
  async saveDraft(
    capsuleId: string,
    source: string,
    ifUpdatedAt: string | null | undefined,
  ): Promise<string> {
    const params = { path: { capsuleId } };
    const body = { source_code: source, ...(ifUpdatedAt !== undefined && { ifUpdatedAt }) };
    const saved = await this.#ask(client =>
      data(client.PUT(`${BASE}/progress/{capsuleId}/draft`, { params, body })),
    );
    return saved.updatedAt;
  }

  /** Tells the author's statistics; that they are told is nobody's concern but theirs. */
  async track(capsuleId: string, type: 'impression' | 'edit'): Promise<void> {
    const event = { id: crypto.randomUUID(), capsuleId, type };
    await this.#ask(client => data(client.POST(`${BASE}/analytics/track`, { body: { events: [event] } })));
  }

  /** A token that this API does not know any more is forgotten, once. */
  async #ask<Result>(question: (client: Client) => Promise<Result>): Promise<Result> {
    try {
      return await question(this.#client);
    } catch (error) {
      if (!(error instanceof ApiError && error.code === 'INVALID_TOKEN')) throw error;
      storage.remove(TOKEN);
      this.#client = this.#connect();
      return question(this.#client);
    }
  }
}
