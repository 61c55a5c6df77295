'use client';
import { data } from '@devcapsules/client/client';
import { Sparkles } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useId } from 'react';
import { api } from '#browser/api.ts';
import { useAction } from '#browser/use-action.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { DIFFICULTIES, isDifficulty, isLanguage, LANGUAGES } from '#words.ts';
import { recallPrompt, rememberPrompt } from './prompts.ts';

const MAX_PROMPT = 2000;

/** Asks for a capsule in words. With `again`, a former job's words stand there already. */
export function StartForm({ again }: { again?: string }) {
  const router = useRouter();
  const id = useId();
  const before = again === undefined ? null : recallPrompt(again);
  const { busy, error, start } = useAction(async (form: FormData) => {
    const [prompt, language, difficulty] = ['prompt', 'language', 'difficulty'].map(name =>
      String(form.get(name) ?? '').trim(),
    );
    if (!prompt || !isLanguage(language) || !isDifficulty(difficulty)) return;
    const body = { prompt, language, difficulty };
    // Sent twice by a shaky line, it is one job.
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const { jobId } = await data(api.POST('/api/v1/generate', { body, headers }));
    rememberPrompt(jobId, body);
    router.push(`/studio/new?job=${jobId}`);
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!busy) void start(new FormData(event.currentTarget));
  };
  return (
    <form method="post" onSubmit={submit} className="grid gap-4" suppressHydrationWarning>
      {error && (
        <Notice tone="bad" alert>
          {error}
        </Notice>
      )}
      <div>
        <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
          What should be practised?
        </label>
        <textarea
          id={id}
          name="prompt"
          rows={4}
          maxLength={MAX_PROMPT}
          required
          defaultValue={before?.prompt}
          placeholder="Count how often each word occurs in a text, ignoring case"
          className="field resize-y"
          suppressHydrationWarning
        />
      </div>
      <div className="flex flex-wrap items-end gap-3">
        <Select name="language" label="Language" choices={LANGUAGES} value={before?.language} />
        <Select name="difficulty" label="Difficulty" choices={DIFFICULTIES} value={before?.difficulty} />
        <Button type="submit" look="primary" busy={busy} className="ms-auto">
          {!busy && <Sparkles aria-hidden="true" className="size-4" />} Generate
        </Button>
      </div>
    </form>
  );
}

interface SelectProps {
  name: string;
  label: string;
  choices: Record<string, string>;
  value: string | undefined;
}

function Select({ name, label, choices, value }: SelectProps) {
  return (
    <label className="text-sm font-medium">
      <span className="mb-1.5 block">{label}</span>
      <select name={name} className="field w-auto font-normal" defaultValue={value}>
        {Object.entries(choices).map(([word, text]) => (
          <option key={word} value={word}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
