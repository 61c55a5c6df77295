import type { Context } from '../context.ts';
import { button, h } from '../dom.ts';
import { allMessages } from '../i18n/more.ts';
import css from '../styles/console.css';
import { adopt } from '../styles.ts';

/** What the program's side says, in Piston's messages. */
type Said =
  | { type: 'data'; stream: 'stdout' | 'stderr'; data: string }
  | {
      type: 'exit';
      stage: 'compile' | 'run';
      code: number | null;
      signal: string | null;
      status: string | null;
    }
  | { type: 'error'; code: string; message: string }
  | { type: 'runtime' | 'stage' };

/** More than this nobody reads; the oldest goes. */
const MAX_SHOWN_CHARS = 100_000;

/** A program to talk to: what it prints as it prints it, and a line to answer in. */
export async function makeConsole(context: Context, source: () => string): Promise<HTMLElement> {
  const { api, capsule, root } = context;
  const t = await allMessages(context.language, context.t);
  adopt(root, css);
  let socket: WebSocket | null = null;
  const output = h('pre', { class: 'terminal', role: 'log', tabindex: '0', 'aria-label': t.consoleLabel });
  const status = h('p', { class: 'note', role: 'status' }, t.consoleIntro);
  const field = h('input', {
    type: 'text',
    'aria-label': t.consoleInput,
    placeholder: t.consoleInput,
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
  });
  const end = button(t.consoleEnd, () => endInput(), { class: 'small' });
  const start = button(t.consoleStart, () => (socket ? stop() : begin()), { class: 'small' });
  const form = h('form', { class: 'row', submit: sendLine }, field, end);
  form.hidden = true;
  return h('div', { class: 'console' }, h('p', { class: 'row' }, start, status), output, form);

  function begin(): void {
    output.replaceChildren();
    status.textContent = t.consoleConnecting;
    const url = new URL('/api/v1/execute/connect', api.baseUrl.replace(/^http/, 'ws'));
    const opened = new WebSocket(url);
    socket = opened;
    let isOver = false;
    start.textContent = t.consoleStop;
    form.hidden = false;
    field.disabled = false;
    opened.addEventListener('open', () => {
      status.textContent = t.consoleRunning;
      opened.send(JSON.stringify({ type: 'init', language: capsule.language, source_code: source() }));
      field.focus();
    });
    opened.addEventListener('message', ({ data }) => {
      const said: Said = JSON.parse(String(data));
      if (said.type === 'data') print(said.data, said.stream);
      else if (said.type === 'error') finish(said.message);
      else if (said.type === 'exit' && (said.stage === 'run' || said.code !== 0)) finish(endOf(said));
    });
    opened.addEventListener('close', () => finish(t.consoleLost));

    function finish(text: string): void {
      if (isOver) return;
      isOver = true;
      opened.close();
      status.textContent = text;
      if (socket !== opened) return;
      const hadFocus = form.contains(root.activeElement);
      socket = null;
      start.textContent = t.consoleStart;
      form.hidden = true;
      if (hadFocus) start.focus();
    }
  }

  function endOf({ code, signal, status: reason }: Extract<Said, { type: 'exit' }>): string {
    const verdict = (
      { TO: 'time_limit', ML: 'memory_limit', OL: 'output_limit', EL: 'output_limit' } as const
    )[reason ?? ''];
    return verdict ? t.verdict[verdict] : t.consoleEnded(signal ?? String(code));
  }

  function stop(): void {
    socket?.send(JSON.stringify({ type: 'signal', signal: 'SIGKILL' }));
  }

  function sendLine(event: Event): void {
    event.preventDefault();
    type(`${field.value}\n`);
    print(`${field.value}\n`, 'stdin');
    field.value = '';
  }

  function endInput(): void {
    socket?.send(JSON.stringify({ type: 'data', stream: 'stdin', data: '', end: true }));
    field.disabled = true;
  }

  function type(data: string): void {
    socket?.send(JSON.stringify({ type: 'data', stream: 'stdin', data }));
  }

  function print(text: string, stream: 'stdin' | 'stdout' | 'stderr'): void {
    const last = output.lastElementChild;
    if (last?.className === stream) last.append(text);
    else output.append(h('span', { class: stream }, text));
    while ((output.textContent?.length ?? 0) > MAX_SHOWN_CHARS && output.firstChild?.firstChild) {
      output.firstChild.firstChild.remove();
      if (!output.firstChild.firstChild) output.firstChild.remove();
    }
    output.scrollTop = output.scrollHeight;
  }
}
