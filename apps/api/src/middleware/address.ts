import { sha256 } from '@devcapsules/capsule/hash';
import type { Context } from 'hono';
import type { AppEnv } from '../http.ts';

/** Addresses are counted by a keyed hash, so that no table holds who they belong to. */
export async function addressKey(c: Context<AppEnv>): Promise<string> {
  const address = networkOf(c.req.header('cf-connecting-ip') ?? 'local');
  return `address:${(await sha256(`${c.get('deps').config.authSecret}:${address}`)).slice(0, 32)}`;
}

/** Who has an IPv6 address has at least the /64 around it: that is counted as one. */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const groups = head.split(':');
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').length;
  const whole = [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...(tail ?? '').split(':')];
  return whole
    .slice(0, 4)
    .map(group => Number.parseInt(group || '0', 16).toString(16))
    .join(':');
}
