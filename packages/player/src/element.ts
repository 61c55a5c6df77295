import { PlayerApi } from './api.ts';
import type { Context, HostEvents } from './context.ts';
import { h } from './dom.ts';
import { messagesFor } from './i18n/messages.ts';
import { adoptBase } from './styles.ts';
import { type Bench, makeBench } from './view/bench.ts';
import { describeFailure } from './view/failure.ts';
import { renderStatement } from './view/statement.ts';

/**
 * `<dev-capsule capsule="ID">`: one exercise, to be solved. Attributes: `capsule` (its id), `api` (the API's origin,
 * by default that of this script), `lang` (`en`, `de`; by default the browser's), `theme` (`auto`, `light`, `dark`),
 * `share-url`. Events, all with small details: `devcapsule:ready`, `devcapsule:run`, `devcapsule:pass`.
 */
export class DevCapsule extends HTMLElement {
  static readonly observedAttributes = ['capsule', 'lang', 'api'];
  readonly #root = this.attachShadow({ mode: 'open' });
  #bench: Bench | null = null;
  /** Counts what was begun, so that an older one that ends later is not shown. */
  #turn = 0;

  connectedCallback(): void {
    adoptBase(this.#root);
    this.#root.addEventListener('keydown', this.#onKey, { capture: true });
    void this.#show();
  }

  disconnectedCallback(): void {
    this.#turn++;
    this.#bench?.stop();
    this.#bench = null;
    this.#root.removeEventListener('keydown', this.#onKey, { capture: true });
  }

  attributeChangedCallback(_: string, before: string | null, after: string | null): void {
    if (this.isConnected && before !== after) void this.#show();
  }

  readonly #onKey = (event: Event): void => {
    if (!(event instanceof KeyboardEvent) || !this.#bench?.key(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  async #show(): Promise<void> {
    const turn = ++this.#turn;
    const isCurrent = () => turn === this.#turn;
    const { t, language } = await messagesFor(this.getAttribute('lang'));
    const api = new PlayerApi(this.getAttribute('api') ?? new URL(import.meta.url).origin);
    const frame = h(
      'div',
      { class: 'player', lang: language },
      h('p', { class: 'waiting', role: 'status' }, t.loading),
    );
    if (!isCurrent()) return;
    this.#bench?.stop();
    this.#root.replaceChildren(frame);
    const id = this.getAttribute('capsule') ?? '';
    try {
      // Without knowing who is signed in, everything works but their drafts on other devices.
      const [capsule] = await Promise.all([api.capsule(id), api.identify().catch(() => undefined)]);
      const shareUrl = this.getAttribute('share-url') ?? new URL(`/c/${id}`, api.baseUrl).href;
      const tell: Context['tell'] = (name, detail) => this.#tell(name, detail);
      const context: Context = { root: this.#root, api, capsule, t, language, shareUrl, tell };
      const bench = await makeBench(context);
      if (!isCurrent()) return bench.stop();
      this.#bench = bench;
      frame.replaceChildren(
        h('div', { class: 'reading' }, renderStatement(capsule, t), bench.hints),
        bench.element,
      );
      tell('ready', { capsuleId: id, title: capsule.title });
      api.track(id, 'impression').catch(() => undefined);
    } catch (error) {
      if (!isCurrent()) return;
      const { text } = describeFailure(error, t);
      const retry = h('button', { type: 'button', click: () => void this.#show() }, t.retry);
      frame.replaceChildren(h('div', { class: 'waiting', role: 'alert' }, h('h1', {}, text), retry));
    }
  }

  #tell<Name extends keyof HostEvents>(name: Name, detail: HostEvents[Name]): void {
    this.dispatchEvent(new CustomEvent(`devcapsule:${name}`, { detail, bubbles: true, composed: true }));
  }
}
