import { button, h } from '../dom.ts';
import { icon } from '../icons.ts';

export interface NoticeAction {
  label: string;
  act: () => void;
}

export interface Notices {
  element: HTMLElement;
  /** One notice a kind: a newer one takes its place. */
  show(kind: string, text: string, actions?: NoticeAction[]): void;
  hide(kind: string): void;
}

/** What has to be known but is no result: told once to screen readers, and there until it is over. */
export function makeNotices(): Notices {
  const element = h('div', { class: 'notices', role: 'status' });
  const shown = new Map<string, HTMLElement>();
  const hide = (kind: string) => {
    shown.get(kind)?.remove();
    shown.delete(kind);
  };
  return {
    element,
    hide,
    show(kind, text, actions = []) {
      hide(kind);
      const buttons = actions.map(({ label, act }) =>
        button(label, () => {
          hide(kind);
          act();
        }),
      );
      const notice = h('div', { class: 'notice' }, icon('alert'), h('p', {}, text), ...buttons);
      shown.set(kind, notice);
      element.append(notice);
    },
  };
}
