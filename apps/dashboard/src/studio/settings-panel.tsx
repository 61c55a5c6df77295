'use client';
import type { Capsule } from '@devcapsules/capsule/schema/capsule';
import { Field } from '#ui/field.tsx';
import { TextArea } from '#ui/text-area.tsx';
import type { DraftState } from './use-draft.ts';

type Judge = Capsule['judge'];

const COMPARERS = {
  exact: 'Exactly as expected',
  float: 'Numbers within a tolerance',
  unordered: 'In any order',
  tokens: 'White space does not count',
  lines: 'White space at the end of lines does not count',
  checker: 'A program of yours decides',
};
const OF: Record<Judge['kind'], (keyof typeof COMPARERS)[]> = {
  function: ['exact', 'float', 'unordered'],
  stdio: ['lines', 'exact', 'tokens', 'float', 'unordered'],
  program: [],
  query: [],
};
const JUDGES: Record<Judge['kind'], string> = {
  function: 'Calls the learner’s function and compares what it returns.',
  stdio: 'Runs the learner’s program and compares what it prints.',
  program: 'Runs a test program after the learner’s code.',
  query: 'Runs the learner’s SQL on a fresh database and compares the rows.',
};
const TOLERANCE = 1e-9;

/** How answers are judged, and what a test may take. */
export function SettingsPanel({ state: { draft, change } }: { state: DraftState }) {
  const { judge, limits } = draft;
  return (
    <div className="grid gap-7">
      <section aria-labelledby="judge">
        <h2 id="judge" className="font-semibold">
          Judge
        </h2>
        <p className="mt-1 mb-4 text-sm text-muted">{JUDGES[judge.kind]}</p>
        {'comparer' in judge && <Comparer judge={judge} onChange={next => change({ judge: next })} />}
        {judge.kind === 'query' && <QueryJudge judge={judge} onChange={next => change({ judge: next })} />}
      </section>
      <section aria-labelledby="limits">
        <h2 id="limits" className="mb-4 font-semibold">
          Limits of each test
        </h2>
        <div className="grid max-w-md gap-4 sm:grid-cols-2">
          <Field
            label="Time in milliseconds"
            type="number"
            min={100}
            max={15_000}
            value={limits.timeMs}
            onChange={event => change({ limits: { ...limits, timeMs: Number(event.target.value) } })}
          />
          <Field
            label="Memory in MB"
            type="number"
            min={16}
            max={512}
            value={limits.memoryMb}
            onChange={event => change({ limits: { ...limits, memoryMb: Number(event.target.value) } })}
          />
        </div>
      </section>
    </div>
  );
}

type Comparing = Extract<Judge, { comparer: unknown }>;

function Comparer({ judge, onChange }: { judge: Comparing; onChange: (judge: Judge) => void }) {
  const { comparer } = judge;
  const choose = (kind: string) => {
    const next = kind === 'float' ? { kind, relative: TOLERANCE, absolute: TOLERANCE } : { kind };
    onChange({ ...judge, comparer: next } as Judge);
  };
  if (comparer.kind === 'checker') {
    return (
      <TextArea
        label={`Checker (${comparer.language})`}
        mono
        rows={12}
        value={comparer.source}
        onChange={event =>
          onChange({ ...judge, comparer: { ...comparer, source: event.target.value } } as Judge)
        }
      />
    );
  }
  return (
    <div className="grid max-w-md gap-4">
      <label className="text-sm font-medium">
        <span className="mb-1.5 block">How results are compared</span>
        <select
          className="field font-normal"
          value={comparer.kind}
          onChange={event => choose(event.target.value)}
        >
          {OF[judge.kind].map(kind => (
            <option key={kind} value={kind}>
              {COMPARERS[kind]}
            </option>
          ))}
        </select>
      </label>
      {comparer.kind === 'float' && (
        <div className="grid grid-cols-2 gap-4">
          {(['relative', 'absolute'] as const).map(which => (
            <Field
              key={which}
              label={`${which === 'relative' ? 'Relative' : 'Absolute'} tolerance`}
              type="number"
              step="any"
              min={0}
              max={1}
              value={comparer[which]}
              onChange={event =>
                onChange({
                  ...judge,
                  comparer: { ...comparer, [which]: Number(event.target.value) },
                } as Judge)
              }
            />
          ))}
        </div>
      )}
    </div>
  );
}

type Query = Extract<Judge, { kind: 'query' }>;

function QueryJudge({ judge, onChange }: { judge: Query; onChange: (judge: Judge) => void }) {
  return (
    <div className="grid gap-4">
      {(['ordered', 'compareColumnNames'] as const).map(key => (
        <label key={key} className="flex items-center gap-2 text-sm">
          <input
            type="checkbox"
            className="size-4 accent-accent"
            checked={judge[key]}
            onChange={event => onChange({ ...judge, [key]: event.target.checked })}
          />
          {key === 'ordered' ? 'The order of rows counts' : 'Names of columns count'}
        </label>
      ))}
      <TextArea
        label="Database"
        hint="Built anew for every test."
        mono
        rows={12}
        value={judge.setup ?? ''}
        onChange={event => onChange({ ...judge, setup: event.target.value })}
      />
    </div>
  );
}
