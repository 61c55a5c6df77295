import { h } from '../dom.ts';
import type { AllMessages } from '../i18n/more.ts';
import type { Capsule, Shown } from '../types.ts';
import { writeJson } from './json.ts';
import { renderShown } from './shown.ts';

/** What the visible tests ask for, before anything was run. */
export function renderExamples(capsule: Capsule, t: AllMessages): HTMLElement {
  const items = capsule.tests.map((test, index) =>
    h(
      'li',
      {},
      h(
        'details',
        { open: index === 0 },
        h('summary', { class: 'test-title' }, h('span', { class: 'test-name' }, test.name)),
        h('div', { class: 'test-details' }, ...parts(capsule, test, t)),
      ),
    ),
  );
  return h('ol', { class: 'tests' }, ...items);
}

function parts({ judge }: Capsule, test: Capsule['tests'][number], t: AllMessages): HTMLElement[] {
  const show = (label: string, value: Shown) => renderShown(label, value, t);
  if ('args' in test) {
    const name = judge.kind === 'function' ? judge.functionName : '';
    const input = `${name}(${test.args.map(writeJson).join(', ')})`;
    return [show(t.inputOf, { text: input }), show(t.expected, { text: writeJson(test.expected) })];
  }
  if ('code' in test) return [show(t.test, { text: test.code })];
  if ('stdin' in test) {
    return [show(t.inputOf, { text: test.stdin }), show(t.expected, { text: String(test.expected) })];
  }
  return 'expected' in test && typeof test.expected === 'object' && test.expected
    ? [show(t.expected, { table: test.expected })]
    : [];
}
