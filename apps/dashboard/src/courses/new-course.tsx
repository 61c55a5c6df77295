'use client';
import { data } from '@devcapsules/client/client';
import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { api } from '#browser/api.ts';
import { useAction } from '#browser/use-action.ts';
import { Button } from '#ui/button.tsx';

export function NewCourse() {
  const router = useRouter();
  const { busy, error, start } = useAction(async () => {
    const body = { title: 'Untitled course', description: '', items: [] };
    const { id } = await data(api.POST('/api/v1/courses', { body }));
    router.push(`/studio/courses/${id}`);
  });
  return (
    <div>
      <Button look="primary" busy={busy} onClick={() => void start()}>
        <Plus aria-hidden="true" className="size-4" /> New course
      </Button>
      {error && (
        <p role="alert" className="mt-2 text-sm text-bad">
          {error}
        </p>
      )}
    </div>
  );
}
