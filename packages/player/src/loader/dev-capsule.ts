import { fromEmbed, HELLO } from '../protocol.ts';

/**
 * `<script src="…/player/v1/dev-capsule.js" async></script>` and `<dev-capsule capsule="ID">` on any page: the exercise
 * runs in a frame of our origin, as high as it needs to be, and the element gives the same events as the player itself.
 */
const script =
  document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href;
const HOME = new URL(script).origin;
const FIRST_HEIGHT_PX = 640;
const PASSED_ON = ['lang', 'theme'] as const;

class EmbeddedCapsule extends HTMLElement {
  static readonly observedAttributes = ['capsule', ...PASSED_ON];
  #frame: HTMLIFrameElement | null = null;

  connectedCallback(): void {
    addEventListener('message', this.#onMessage);
    this.#load();
  }

  disconnectedCallback(): void {
    removeEventListener('message', this.#onMessage);
    this.#frame?.remove();
    this.#frame = null;
  }

  attributeChangedCallback(_: string, before: string | null, after: string | null): void {
    if (this.isConnected && before !== after) this.#load();
  }

  #load(): void {
    const id = this.getAttribute('capsule');
    this.#frame?.remove();
    if (!id) return;
    const url = new URL(`/embed/${encodeURIComponent(id)}`, HOME);
    for (const name of PASSED_ON) {
      const value = this.getAttribute(name);
      if (value) url.searchParams.set(name, value);
    }
    const frame = document.createElement('iframe');
    frame.src = url.href;
    frame.title = this.getAttribute('title') ?? 'DevCapsules';
    frame.allow = 'clipboard-write';
    frame.loading = 'lazy';
    frame.setAttribute(
      'sandbox',
      'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox',
    );
    Object.assign(frame.style, { display: 'block', width: '100%', border: '0', colorScheme: 'auto' });
    frame.style.height = `${FIRST_HEIGHT_PX}px`;
    frame.addEventListener('load', () => frame.contentWindow?.postMessage(HELLO, HOME));
    this.#frame = frame;
    this.append(frame);
  }

  readonly #onMessage = ({ source, origin, data }: MessageEvent): void => {
    const frame = this.#frame;
    if (!frame || source !== frame.contentWindow || origin !== HOME) return;
    const message = fromEmbed(data);
    if (message?.kind === 'height') frame.style.height = `${message.heightPx}px`;
    else if (message) {
      if (message.name === 'ready' && 'title' in message.detail) frame.title = message.detail.title;
      const options = { detail: message.detail, bubbles: true, composed: true };
      this.dispatchEvent(new CustomEvent(`devcapsule:${message.name}`, options));
    }
  };
}

if (!customElements.get('dev-capsule')) customElements.define('dev-capsule', EmbeddedCapsule);
