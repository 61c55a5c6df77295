import { type Bindings, RATE_BINDING } from '../bindings.ts';
import type { RateLimiter } from '../ports/limits.ts';

/** {@link RateLimiter} on the rate-limit bindings, one a rate. */
export function bindingRateLimiter(
  bindings: Pick<Bindings, (typeof RATE_BINDING)[keyof typeof RATE_BINDING]>,
): RateLimiter {
  return {
    async allow(rate, key) {
      const { success } = await bindings[RATE_BINDING[rate]].limit({ key });
      return success;
    },
  };
}
