'use client';
import { data } from '@devcapsules/client/client';
import type { FormEvent } from 'react';
import { api } from '#browser/api.ts';
import { useAction } from '#browser/use-action.ts';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Notice } from '#ui/notice.tsx';
import { textOf } from './form-text.ts';

export function SignUpForm({ next }: { next: string }) {
  const { busy, error, start } = useAction(async (form: FormData) => {
    const body = {
      name: textOf(form, 'name').trim(),
      email: textOf(form, 'email'),
      password: textOf(form, 'password'),
    };
    await data(api.POST('/api/v1/auth/sign-up/email', { body }));
    location.assign(next);
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void start(new FormData(event.currentTarget));
  };
  return (
    <form method="post" onSubmit={submit} className="grid gap-4">
      {error && (
        <Notice tone="bad" alert>
          {error}
        </Notice>
      )}
      <Field label="Name" name="name" autoComplete="name" maxLength={100} required />
      <Field label="E-mail" name="email" type="email" autoComplete="email" required />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        minLength={10}
        maxLength={128}
        hint="At least 10 characters. A few words in a row are good."
        required
      />
      <Button type="submit" look="primary" busy={busy}>
        Create the account
      </Button>
    </form>
  );
}
