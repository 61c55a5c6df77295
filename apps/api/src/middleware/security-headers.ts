import { secureHeaders } from 'hono/secure-headers';

/** The API answers data only: nothing in an answer may run, load or be framed. */
export const securityHeaders = secureHeaders({
  // What is not data says itself what it needs, and forbids the rest.
  overwrite: false,
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  crossOriginResourcePolicy: 'cross-origin',
  referrerPolicy: 'no-referrer',
  strictTransportSecurity: 'max-age=31536000; includeSubDomains',
  xFrameOptions: 'DENY',
});
