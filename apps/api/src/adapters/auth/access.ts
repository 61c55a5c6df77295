import { z } from 'zod';
import type { AccessConfig } from '../../config/accounts.ts';
import { AppError } from '../../errors/app-error.ts';
import type { AdminTokens } from '../../ports/admin.ts';
import { type KeySetOptions, verifyByKeySet } from './key-sets.ts';

/** A person has an e-mail address; a service token has a common name instead. */
const payloadSchema = z.union([
  z.object({ email: z.string().min(1) }).transform(({ email }) => email),
  z.object({ common_name: z.string().min(1) }).transform(({ common_name }) => common_name),
]);

/** {@link AdminTokens} of Cloudflare Access: RS256 by the team's published keys. */
export function accessTokens(
  { teamUrl, audience }: AccessConfig,
  keys: Omit<KeySetOptions, 'url'>,
): AdminTokens {
  return {
    async verify(token) {
      const options = { ...keys, url: `${teamUrl}/cdn-cgi/access/certs` };
      const { payload } = await verifyByKeySet(token, options, {
        issuer: teamUrl,
        audience,
        algorithms: ['RS256'],
        requiredClaims: ['exp'],
      });
      const name = payloadSchema.safeParse(payload);
      if (!name.success) throw new AppError('INVALID_TOKEN', { internal: z.prettifyError(name.error) });
      return name.data;
    },
  };
}
