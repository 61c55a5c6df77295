import { data } from '@devcapsules/client/client';
import { api } from '#server/api.ts';

const NAMES = { github: 'GitHub', google: 'Google' };
const ERRORS: Record<string, string> = {
  account_not_linked: 'There is an account with this address already. Sign in with its password.',
};

/** Sign-in by others, where it is configured. These are routes of the API, so they are loaded whole. */
export async function Providers({ next }: { next: string }) {
  const providers = await data(api().GET('/api/v1/auth/providers'));
  if (providers.length === 0) return null;
  return (
    <ul className="mb-5 grid gap-2 border-b border-line pb-5">
      {providers.map(provider => (
        <li key={provider}>
          <a
            href={`/api/v1/auth/sign-in/${provider}?next=${encodeURIComponent(next)}`}
            className="flex h-9 items-center justify-center rounded-lg border border-line bg-surface text-sm font-medium hover:bg-sunken"
          >
            Continue with {NAMES[provider]}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** What a provider's sign-in came back with. */
export function providerError(error: string | undefined): string | null {
  if (error === undefined) return null;
  return ERRORS[error] ?? 'Signing in there did not work. Try again, or use a password.';
}
