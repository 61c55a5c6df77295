import { h } from '../dom.ts';

export interface Tab {
  id: string;
  label: string;
  panel: HTMLElement;
  /** When it is opened for the first time. */
  open?: () => void;
}

export interface Tabs {
  element: HTMLElement;
  select(id: string): void;
}

/** Tabs as the ARIA practices have them: arrow keys move between them, one alone is a Tab stop. */
export function makeTabs(tabs: Tab[], label: string): Tabs {
  const opened = new Set<string>();
  const buttons = new Map(
    tabs.map(tab => [
      tab.id,
      h(
        'button',
        {
          type: 'button',
          role: 'tab',
          id: `tab-${tab.id}`,
          'aria-controls': `panel-${tab.id}`,
          click: () => select(tab.id),
        },
        tab.label,
      ),
    ]),
  );
  for (const tab of tabs) {
    tab.panel.id = `panel-${tab.id}`;
    tab.panel.setAttribute('role', 'tabpanel');
    tab.panel.setAttribute('aria-labelledby', `tab-${tab.id}`);
  }
  const list = h('div', { role: 'tablist', 'aria-label': label, keydown: move }, ...buttons.values());
  const element = h('div', { class: 'tabs' }, list, ...tabs.map(tab => tab.panel));
  const [first] = tabs;
  if (first) select(first.id);
  return { element, select };

  function select(id: string): void {
    for (const tab of tabs) {
      const isSelected = tab.id === id;
      const tabButton = buttons.get(tab.id);
      tabButton?.setAttribute('aria-selected', String(isSelected));
      tabButton?.setAttribute('tabindex', isSelected ? '0' : '-1');
      tab.panel.hidden = !isSelected;
      if (isSelected && !opened.has(id)) {
        opened.add(id);
        tab.open?.();
      }
    }
  }

  function move(event: Event): void {
    if (!(event instanceof KeyboardEvent)) return;
    const current = tabs.findIndex(tab => buttons.get(tab.id)?.ariaSelected === 'true');
    const isRtl = getComputedStyle(list).direction === 'rtl';
    const steps: Record<string, number> = { ArrowRight: isRtl ? -1 : 1, ArrowLeft: isRtl ? 1 : -1 };
    const step = steps[event.key];
    const next = event.key === 'Home' ? 0 : event.key === 'End' ? tabs.length - 1 : current + (step ?? 0);
    const tab = tabs[(next + tabs.length) % tabs.length];
    if (!tab || next === current) return;
    event.preventDefault();
    select(tab.id);
    buttons.get(tab.id)?.focus();
  }
}
