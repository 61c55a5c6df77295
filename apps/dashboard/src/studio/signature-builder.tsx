'use client';
import type { FunctionCapsule } from '@devcapsules/capsule/schema/capsule';
import { parseType } from '@devcapsules/capsule/schema/type';
import { Plus, Trash2 } from 'lucide-react';
import { useId } from 'react';
import { Button } from '#ui/button.tsx';

type Judge = FunctionCapsule['judge'];

const COMMON = [
  ...['int', 'float', 'bool', 'string'],
  ...['list<int>', 'list<float>', 'list<string>', 'list<list<int>>'],
  ...['map<string, int>', 'map<string, list<string>>', 'optional<int>', 'optional<string>'],
];

interface SignatureBuilderProps {
  capsule: FunctionCapsule;
  onChange: (judge: Judge) => void;
}

/** Name, parameters and what is returned; types are chosen, or written for deeper ones. */
export function SignatureBuilder({ capsule: { judge, language }, onChange }: SignatureBuilderProps) {
  const types = useId();
  const isDynamic = language === 'python' || language === 'javascript';
  const setParam = (index: number, change: Partial<Judge['params'][number]>) =>
    onChange({
      ...judge,
      params: judge.params.map((param, i) => (i === index ? { ...param, ...change } : param)),
    });
  return (
    <section aria-labelledby="signature">
      <h2 id="signature" className="mb-3 font-semibold">
        Signature
      </h2>
      <datalist id={types}>
        {[...COMMON, ...(isDynamic ? ['any'] : [])].map(type => (
          <option key={type} value={type} />
        ))}
      </datalist>
      <div className="card grid gap-3 p-4">
        <div className="grid gap-3 sm:grid-cols-2">
          <Small
            label="Function name"
            value={judge.functionName}
            onChange={functionName => onChange({ ...judge, functionName })}
          />
          <Small
            label="Returns"
            value={judge.returns}
            list={types}
            error={typeProblem(judge.returns)}
            onChange={returns => onChange({ ...judge, returns })}
          />
        </div>
        <ol className="grid gap-2">
          {judge.params.map((param, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parameters are their positions.
            <li key={i} className="grid grid-cols-[1fr_1fr_auto] items-end gap-3">
              <Small
                label={`Parameter ${i + 1}`}
                value={param.name}
                onChange={name => setParam(i, { name })}
              />
              <Small
                label={`Type of parameter ${i + 1}`}
                value={param.type}
                list={types}
                error={typeProblem(param.type)}
                onChange={type => setParam(i, { type })}
              />
              <Button
                look="quiet"
                aria-label={`Remove parameter ${i + 1}`}
                onClick={() => onChange({ ...judge, params: judge.params.filter((_, other) => other !== i) })}
              >
                <Trash2 aria-hidden="true" className="size-4" />
              </Button>
            </li>
          ))}
        </ol>
        <div>
          <Button
            size="small"
            disabled={judge.params.length >= 12}
            onClick={() =>
              onChange({
                ...judge,
                params: [...judge.params, { name: `value${judge.params.length + 1}`, type: 'int' }],
              })
            }
          >
            <Plus aria-hidden="true" className="size-4" /> Parameter
          </Button>
        </div>
      </div>
    </section>
  );
}

function typeProblem(text: string): string | undefined {
  try {
    parseType(text);
    return undefined;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

interface SmallProps {
  label: string;
  value: string;
  list?: string;
  error?: string | undefined;
  onChange: (text: string) => void;
}

function Small({ label, value, list, error, onChange }: SmallProps) {
  const id = useId();
  return (
    <div className="min-w-0 text-sm">
      <label htmlFor={id} className="mb-1 block text-muted">
        {label}
      </label>
      <input
        id={id}
        value={value}
        list={list}
        spellCheck={false}
        autoCapitalize="off"
        className="field font-mono text-[0.8125rem]"
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={event => onChange(event.target.value)}
      />
      {error && (
        <p id={`${id}-error`} className="mt-1 text-bad">
          {error}
        </p>
      )}
    </div>
  );
}
