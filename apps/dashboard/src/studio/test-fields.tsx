'use client';
import type { Capsule, CapsuleTest } from '@devcapsules/capsule/schema/capsule';
import { resultSet } from '@devcapsules/capsule/schema/tests';
import { useState } from 'react';
import { Field } from '#ui/field.tsx';
import { TextArea } from '#ui/text-area.tsx';

interface TestFieldsProps {
  capsule: Capsule;
  test: CapsuleTest;
  onChange: (test: CapsuleTest) => void;
}

/** What a test of this capsule's judge consists of. */
export function TestFields({ capsule, test, onChange }: TestFieldsProps) {
  return (
    <div className="grid gap-4">
      <Field
        label="Name"
        value={test.name}
        maxLength={200}
        onChange={event => onChange({ ...test, name: event.target.value })}
      />
      {'args' in test && <FunctionFields capsule={capsule} test={test} onChange={onChange} />}
      {'stdin' in test && (
        <div className="grid gap-4 sm:grid-cols-2">
          <TextArea
            label="Standard input"
            mono
            rows={4}
            value={test.stdin}
            onChange={event => onChange({ ...test, stdin: event.target.value })}
          />
          <TextArea
            label="Expected output"
            mono
            rows={4}
            value={test.expected}
            onChange={event => onChange({ ...test, expected: event.target.value })}
          />
        </div>
      )}
      {'code' in test && (
        <TextArea
          label="Test program"
          mono
          rows={8}
          value={test.code}
          onChange={event => onChange({ ...test, code: event.target.value })}
        />
      )}
      {capsule.judge.kind === 'query' && <QueryFields test={test} onChange={onChange} />}
    </div>
  );
}

type FunctionTest = Extract<CapsuleTest, { args: unknown[] }>;

function FunctionFields({
  capsule,
  test,
  onChange,
}: {
  capsule: Capsule;
  test: FunctionTest;
  onChange: (test: CapsuleTest) => void;
}) {
  const { judge } = capsule;
  if (judge.kind !== 'function') return null;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {judge.params.map((param, i) => (
        <JsonField
          // biome-ignore lint/suspicious/noArrayIndexKey: arguments are their positions.
          key={i}
          label={`${param.name} (${param.type})`}
          value={test.args[i] ?? null}
          onChange={value =>
            onChange({
              ...test,
              args: judge.params.map((_, j) => (i === j ? value : (test.args[j] ?? null))),
            })
          }
        />
      ))}
      <JsonField
        label={`Expected (${judge.returns})`}
        value={test.expected}
        onChange={expected => onChange({ ...test, expected })}
      />
    </div>
  );
}

type Json = FunctionTest['expected'];

/** A value as JSON: what can't be read yet is kept as it is typed, and said. */
function JsonField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: Json;
  onChange: (value: Json) => void;
}) {
  const [text, setText] = useState(() => JSON.stringify(value));
  const [problem, setProblem] = useState<string | undefined>();
  return (
    <Field
      label={label}
      value={text}
      error={problem}
      spellCheck={false}
      onChange={event => {
        setText(event.target.value);
        try {
          onChange(JSON.parse(event.target.value) as Json);
          setProblem(undefined);
        } catch {
          setProblem('This is not JSON: text needs double quotes, lists square brackets.');
        }
      }}
    />
  );
}

type QueryTest = Extract<CapsuleTest, { check?: string | undefined }>;

function QueryFields({ test, onChange }: { test: CapsuleTest; onChange: (test: CapsuleTest) => void }) {
  const given = test as QueryTest;
  const [expected, setExpected] = useState(given.expected ? JSON.stringify(given.expected) : '');
  const [problem, setProblem] = useState<string | undefined>();
  const put = (key: 'setup' | 'check' | 'expected', value: QueryTest[typeof key]) => {
    const { [key]: _, ...rest } = given;
    onChange(value === undefined || value === '' ? rest : ({ ...rest, [key]: value } as QueryTest));
  };
  return (
    <>
      <TextArea
        label="Set-up of this test"
        hint="Runs after the capsule’s own."
        mono
        rows={4}
        value={given.setup ?? ''}
        onChange={event => put('setup', event.target.value)}
      />
      <TextArea
        label="Check"
        hint="For answers that change the database: what is asked of it afterwards."
        mono
        rows={2}
        value={given.check ?? ''}
        onChange={event => put('check', event.target.value)}
      />
      <TextArea
        label="Expected"
        hint='Empty: what the solution answers. Else {"columns": ["name"], "rows": [["Ada"]]}.'
        mono
        rows={2}
        value={expected}
        error={problem}
        onChange={event => {
          setExpected(event.target.value);
          const parsed = event.target.value.trim() === '' ? undefined : readResult(event.target.value);
          if (parsed !== null) put('expected', parsed);
          setProblem(parsed === null ? 'This is not a result of that form.' : undefined);
        }}
      />
    </>
  );
}

function readResult(text: string): QueryTest['expected'] | null {
  try {
    const parsed = resultSet.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
