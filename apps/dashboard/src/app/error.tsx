'use client';
import { CloudOff } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';

/** What the server could not make. Its own words stay in the log; the digest finds them there. */
export default function Failed({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <div className="shell pt-16">
      <h1 className="sr-only">Not available</h1>
      <EmptyState
        icon={<CloudOff className="size-5" />}
        title="This can’t be shown right now"
        action={
          <Button look="primary" onClick={reset}>
            Try again
          </Button>
        }
      >
        Too many requests in a minute, or something of ours is down. Nothing of yours is lost.
        {error.digest && <p className="mt-2 text-xs">Reference {error.digest}</p>}
      </EmptyState>
    </div>
  );
}
