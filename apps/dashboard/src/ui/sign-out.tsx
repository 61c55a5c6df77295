'use client';
import { data } from '@devcapsules/client/client';
import { api } from '#browser/api.ts';
import { useAction } from '#browser/use-action.ts';

export function SignOut() {
  const { busy, error, start } = useAction(async () => {
    await data(api.POST('/api/v1/auth/sign-out'));
    // Loaded anew, so that nothing of the account stays in memory.
    location.assign('/');
  });
  return (
    <>
      <button
        type="button"
        onClick={start}
        disabled={busy}
        className="block w-full rounded-md px-3 py-1.5 text-start text-sm text-muted hover:bg-sunken hover:text-ink"
      >
        Sign out
      </button>
      {error && (
        <p role="alert" className="px-3 text-sm text-bad">
          {error}
        </p>
      )}
    </>
  );
}
