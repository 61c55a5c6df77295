'use client';
import { data } from '@devcapsules/client/client';
import { type FormEvent, useRef } from 'react';
import { api } from '#browser/api.ts';
import { useAction } from '#browser/use-action.ts';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Notice } from '#ui/notice.tsx';
import { useToast } from '#ui/toast.tsx';

export function ChangePassword() {
  const toast = useToast();
  const form = useRef<HTMLFormElement>(null);
  const { busy, error, start } = useAction(async (given: FormData) => {
    const body = { current: String(given.get('current')), password: String(given.get('password')) };
    await data(api.POST('/api/v1/auth/password/change', { body }));
    form.current?.reset();
    toast('Your password is changed.');
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void start(new FormData(event.currentTarget));
  };
  return (
    <form ref={form} method="post" onSubmit={submit} className="grid max-w-sm gap-4">
      {error && (
        <Notice tone="bad" alert>
          {error}
        </Notice>
      )}
      <Field
        label="Current password"
        name="current"
        type="password"
        autoComplete="current-password"
        required
      />
      <Field
        label="New password"
        name="password"
        type="password"
        autoComplete="new-password"
        minLength={10}
        maxLength={128}
        required
      />
      <div>
        <Button type="submit" busy={busy}>
          Change it
        </Button>
      </div>
    </form>
  );
}
