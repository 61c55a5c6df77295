import type { Deps } from '../../deps.ts';
import { AppError } from '../../errors/app-error.ts';
import type { Provider } from '../../ports/accounts.ts';

/**
 * Where to go to sign in by a provider; afterwards the browser comes to `next`, which must be ours.
 * @throws AppError NOT_FOUND when the provider is not configured, VALIDATION_FAILED when `next` is somewhere else
 */
export async function startSocial(
  { deps }: { deps: Pick<Deps, 'accounts' | 'config'> },
  { provider, next }: { provider: Provider; next: string },
  headers: Headers,
): Promise<Response> {
  if (!deps.accounts.providers.includes(provider)) throw new AppError('NOT_FOUND');
  const { appUrl, trustedOrigins } = deps.config;
  const target = URL.parse(next, appUrl);
  if (!target || !trustedOrigins.includes(target.origin)) {
    throw new AppError('VALIDATION_FAILED', {
      details: [{ path: 'next', message: 'must be a page of this site' }],
    });
  }
  return deps.accounts.startSocial(provider, target.href, headers);
}
