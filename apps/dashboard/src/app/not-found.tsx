import { Compass } from 'lucide-react';
import type { Metadata } from 'next';
import { ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';

export const metadata: Metadata = { title: 'Nothing here' };

export default function NotFound() {
  return (
    <div className="shell pt-16">
      <h1 className="sr-only">Nothing here</h1>
      <EmptyState
        icon={<Compass className="size-5" />}
        title="There is nothing at this address"
        action={
          <ButtonLink look="primary" href="/explore">
            Explore capsules
          </ButtonLink>
        }
      >
        It may have been unpublished or deleted, or it is somebody else’s draft.
      </EmptyState>
    </div>
  );
}
