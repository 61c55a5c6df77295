'use client';
import { data } from '@devcapsules/client/client';
import Link from 'next/link';
import type { FormEvent } from 'react';
import { api } from '#browser/api.ts';
import { useAction } from '#browser/use-action.ts';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Notice } from '#ui/notice.tsx';
import { textOf } from './form-text.ts';

export function SignInForm({ next }: { next: string }) {
  const { busy, error, start } = useAction(async (form: FormData) => {
    const body = { email: textOf(form, 'email'), password: textOf(form, 'password') };
    await data(api.POST('/api/v1/auth/sign-in/email', { body }));
    // Loaded anew: every part of the page is somebody's now.
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
      <Field label="E-mail" name="email" type="email" autoComplete="email" required />
      <Field label="Password" name="password" type="password" autoComplete="current-password" required />
      <Button type="submit" look="primary" busy={busy}>
        Sign in
      </Button>
      <p className="text-center text-sm">
        <Link prefetch={false} href="/forgot-password" className="text-muted underline hover:text-ink">
          Forgot the password?
        </Link>
      </p>
    </form>
  );
}
