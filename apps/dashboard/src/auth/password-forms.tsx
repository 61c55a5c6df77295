'use client';
import { data } from '@devcapsules/client/client';
import { type FormEvent, useState } from 'react';
import { api } from '#browser/api.ts';
import { useAction } from '#browser/use-action.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Notice } from '#ui/notice.tsx';
import { textOf } from './form-text.ts';

/** Asks for the mail; the answer is the same whether there is such an account or not. */
export function ForgotForm() {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { busy, error, start } = useAction(async (form: FormData) => {
    const email = textOf(form, 'email');
    await data(api.POST('/api/v1/auth/password/forget', { body: { email } }));
    setSentTo(email);
  });
  if (sentTo !== null) {
    return (
      <Notice tone="good" alert>
        If there is an account with {sentTo}, a mail is on its way. Its link works once, for an hour.
      </Notice>
    );
  }
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
      <Field label="E-mail" name="email" type="email" autoComplete="email" required />
      <Button type="submit" look="primary" busy={busy}>
        Mail me a link
      </Button>
    </form>
  );
}

export function ResetForm({ token }: { token: string }) {
  const [isDone, setDone] = useState(false);
  const { busy, error, start } = useAction(async (form: FormData) => {
    const body = { token, password: textOf(form, 'password') };
    await data(api.POST('/api/v1/auth/password/reset', { body }));
    setDone(true);
  });
  if (isDone) {
    return (
      <div className="grid gap-4">
        <Notice tone="good" alert>
          Your new password is set, and every session has ended.
        </Notice>
        <ButtonLink look="primary" href="/sign-in">
          Sign in
        </ButtonLink>
      </div>
    );
  }
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
      <Field
        label="New password"
        name="password"
        type="password"
        autoComplete="new-password"
        minLength={10}
        maxLength={128}
        hint="At least 10 characters."
        required
      />
      <Button type="submit" look="primary" busy={busy}>
        Set it
      </Button>
    </form>
  );
}
