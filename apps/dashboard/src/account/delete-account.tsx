'use client';
import { data } from '@devcapsules/client/client';
import { type FormEvent, useState } from 'react';
import { api } from '#browser/api.ts';
import { useAction } from '#browser/use-action.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Notice } from '#ui/notice.tsx';

/** The one thing that can't be undone: it asks for the address and the password. */
export function DeleteAccount({ email }: { email: string }) {
  const [isOpen, setOpen] = useState(false);
  const { busy, error, start } = useAction(async (given: FormData) => {
    const body = { email: String(given.get('email')), password: String(given.get('password')) };
    await data(api.DELETE('/api/v1/account', { body }));
    location.assign('/');
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void start(new FormData(event.currentTarget));
  };
  return (
    <>
      <Button look="danger" onClick={() => setOpen(true)}>
        Delete the account
      </Button>
      <Dialog open={isOpen} title="Delete the account for good" onClose={() => setOpen(false)}>
        <form method="post" onSubmit={submit} className="grid gap-4">
          <p className="text-muted">Export your data first if you want to keep anything.</p>
          {error && (
            <Notice tone="bad" alert>
              {error}
            </Notice>
          )}
          <Field label={`Type ${email}`} name="email" type="email" autoComplete="off" required />
          <Field label="Password" name="password" type="password" autoComplete="current-password" required />
          <div className="flex justify-end gap-2">
            <Button onClick={() => setOpen(false)}>Keep it</Button>
            <Button type="submit" look="danger" busy={busy}>
              Delete
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
