import type { Deps } from '../../deps.ts';
import type { Actor } from '../../ports/actor.ts';

/**
 * Whether somebody administers by being signed in: with one of the configured addresses, verified unless the service is
 * local. Where Cloudflare Access is configured nobody does; it says who may.
 */
export function administers(
  { adminTokens, config }: Pick<Deps, 'adminTokens' | 'config'>,
  actor: Actor,
): boolean {
  if (adminTokens || actor.kind !== 'user' || actor.via !== 'session') return false;
  return config.adminEmails.includes(actor.email.toLowerCase()) && (actor.emailVerified || config.isLocal);
}
