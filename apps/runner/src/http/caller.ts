/** Who a request counts for when turns are taken. */

import type { Config } from '../config.ts';

export const CALLER_HEADER = 'x-devcapsules-caller';
const MAX_CHARS = 128;

/** The name a signed client gives, so that one that serves many can tell them apart; else the remote address. */
export function callerName(
  config: Pick<Config, 'secret'>,
  header: string | undefined,
  address: string | undefined,
): string {
  const named = config.secret !== undefined && header !== undefined && header !== '';
  return named ? `name ${header.slice(0, MAX_CHARS)}` : `address ${address ?? ''}`;
}
