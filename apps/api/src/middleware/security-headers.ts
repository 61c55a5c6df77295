import { createMiddleware } from 'hono/factory';
import { secureHeaders } from 'hono/secure-headers';
import type { AppEnv } from '../http.ts';

const COMMON: Parameters<typeof secureHeaders>[0] = {
  // What is not data says itself what it needs, and forbids the rest.
  overwrite: false,
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  crossOriginResourcePolicy: 'cross-origin',
  referrerPolicy: 'no-referrer',
  strictTransportSecurity: 'max-age=31536000; includeSubDomains',
};

/** The API answers data only: nothing in an answer may run, load or be framed. */
const ofData = secureHeaders({ ...COMMON, xFrameOptions: 'DENY' });
/** The page for other sites' frames names in its policy who may show it, which the older header can't. */
const ofFrames = secureHeaders({ ...COMMON, xFrameOptions: false, crossOriginOpenerPolicy: false });

export const securityHeaders = createMiddleware<AppEnv>((c, next) =>
  (c.req.path.startsWith('/embed/') ? ofFrames : ofData)(c, next),
);
