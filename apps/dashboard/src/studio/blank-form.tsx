'use client';
import { data } from '@devcapsules/client/client';
import { useRouter } from 'next/navigation';
import { api } from '#browser/api.ts';
import { useAction } from '#browser/use-action.ts';
import { Button } from '#ui/button.tsx';
import { isLanguage, LANGUAGES, type Language } from '#words.ts';

/** Starts from a small capsule that works. */
export function BlankForm() {
  const router = useRouter();
  const { busy, error, start } = useAction(async (language: Language) => {
    const { blankCapsule } = await import('./blank.ts');
    const { id } = await data(api.POST('/api/v1/capsules', { body: blankCapsule(language) }));
    router.push(`/studio/c/${id}`);
  });
  return (
    <div>
      <ul className="grid grid-cols-2 gap-2">
        {Object.entries(LANGUAGES).map(([language, name]) => (
          <li key={language}>
            <Button
              className="w-full"
              disabled={busy}
              onClick={() => isLanguage(language) && void start(language)}
            >
              {name}
            </Button>
          </li>
        ))}
      </ul>
      {error && (
        <p role="alert" className="mt-3 text-sm text-bad">
          {error}
        </p>
      )}
    </div>
  );
}
