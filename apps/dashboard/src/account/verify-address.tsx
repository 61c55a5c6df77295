'use client';
import { data } from '@devcapsules/client/client';
import { useState } from 'react';
import { api } from '#browser/api.ts';
import { useAction } from '#browser/use-action.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';

export function VerifyAddress() {
  const [isSent, setSent] = useState(false);
  const { busy, error, start } = useAction(async () => {
    await data(api.POST('/api/v1/auth/verify-email/send'));
    setSent(true);
  });
  return (
    <Notice tone={error ? 'bad' : 'warn'}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <span role="status">
          {error ?? (isSent ? 'The mail is on its way.' : 'Your address is not verified yet.')}
        </span>
        {!isSent && (
          <Button size="small" busy={busy} onClick={() => void start()}>
            Mail me a link
          </Button>
        )}
      </div>
    </Notice>
  );
}
