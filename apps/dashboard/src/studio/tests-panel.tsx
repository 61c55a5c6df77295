'use client';
import type { Capsule, CapsuleTest } from '@devcapsules/capsule/schema/capsule';
import { ChevronDown, Copy, Eye, EyeOff, Plus, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { moved, SortableItem, SortableList } from '#ui/sortable.tsx';
import { useToast } from '#ui/toast.tsx';
import { counted } from '#words.ts';
import { TestFields } from './test-fields.tsx';
import { newTest, summaryOf } from './tests.ts';
import type { DraftState } from './use-draft.ts';

const MAX_TESTS = 200;

/** All tests in their order: which are shown to learners, and what they give and expect. */
export function TestsPanel({ state: { draft, change } }: { state: DraftState }) {
  const toast = useToast();
  const keys = useKeys(draft.tests);
  const [open, setOpen] = useState<string | null>(null);
  const { tests } = draft;
  const setTests = (next: CapsuleTest[]) => change({ tests: next as Capsule['tests'] });
  const replace = (index: number, test: CapsuleTest) =>
    setTests(tests.map((one, i) => (i === index ? test : one)));
  const remove = (index: number) => {
    setTests(tests.filter((_, i) => i !== index));
    toast('The test is removed.', {
      undo: () => {
        setOpen(null);
        setTests(tests);
      },
    });
  };
  const add = (test: CapsuleTest) => setTests([...tests, test]);
  const hidden = tests.filter(test => test.hidden).length;
  return (
    <div>
      <p className="mb-4 text-sm text-muted">
        {counted(tests.length - hidden, 'test')} shown to learners, {hidden} hidden. Learners see of hidden
        tests only whether they pass.
      </p>
      <SortableList
        label="Tests"
        ids={keys}
        onMove={(from, to) => {
          keys.splice(0, keys.length, ...moved(keys, from, to));
          setTests(moved<CapsuleTest>(tests, from, to));
        }}
      >
        {tests.map((test, i) => {
          const key = keys[i] ?? String(i);
          const isOpen = open === key;
          return (
            <SortableItem key={key} id={key} name={test.name}>
              <div className="flex items-center gap-1 py-1.5 pe-2">
                <button
                  type="button"
                  aria-expanded={isOpen}
                  className="flex min-w-0 flex-1 items-center gap-2 rounded-md px-2 py-1 text-start hover:bg-sunken"
                  onClick={() => setOpen(isOpen ? null : key)}
                >
                  <ChevronDown
                    aria-hidden="true"
                    className={`size-4 shrink-0 text-muted ${isOpen ? '' : '-rotate-90'}`}
                  />
                  <span className="min-w-0">
                    <span className="block truncate text-sm font-medium">{test.name}</span>
                    <span className="block truncate font-mono text-xs text-muted">{summaryOf(test)}</span>
                  </span>
                </button>
                <Button
                  size="small"
                  look="quiet"
                  aria-pressed={test.hidden}
                  aria-label={`Hidden: ${test.name}`}
                  onClick={() => replace(i, { ...test, hidden: !test.hidden })}
                >
                  {test.hidden ? (
                    <EyeOff aria-hidden="true" className="size-4" />
                  ) : (
                    <Eye aria-hidden="true" className="size-4" />
                  )}
                  <span className="max-sm:hidden">{test.hidden ? 'Hidden' : 'Shown'}</span>
                </Button>
                <Button
                  size="small"
                  look="quiet"
                  aria-label={`Copy ${test.name}`}
                  className="max-sm:hidden"
                  onClick={() => add({ ...test, name: `${test.name} (copy)` })}
                >
                  <Copy aria-hidden="true" className="size-4" />
                </Button>
                <Button
                  size="small"
                  look="quiet"
                  aria-label={`Remove ${test.name}`}
                  disabled={tests.length === 1}
                  onClick={() => remove(i)}
                >
                  <Trash2 aria-hidden="true" className="size-4" />
                </Button>
              </div>
              {isOpen && (
                <div className="border-t border-line p-4">
                  <TestFields capsule={draft} test={test} onChange={next => replace(i, next)} />
                </div>
              )}
            </SortableItem>
          );
        })}
      </SortableList>
      <Button
        className="mt-4"
        disabled={tests.length >= MAX_TESTS}
        onClick={() => {
          const key = crypto.randomUUID();
          keys.push(key);
          add(newTest(draft));
          setOpen(key);
        }}
      >
        <Plus aria-hidden="true" className="size-4" /> Test
      </Button>
    </div>
  );
}

/** Names for tests that last while they move; they have none of their own. */
function useKeys(tests: readonly CapsuleTest[]): string[] {
  const keys = useRef<string[]>([]);
  const before = useRef<readonly CapsuleTest[]>([]);
  // One that went takes its key along.
  if (tests.length < keys.current.length) {
    const gone = before.current.findIndex((test, i) => tests[i] !== test);
    keys.current.splice(gone < 0 ? tests.length : gone, keys.current.length - tests.length);
  }
  while (keys.current.length < tests.length) keys.current.push(crypto.randomUUID());
  before.current = tests;
  return keys.current;
}
