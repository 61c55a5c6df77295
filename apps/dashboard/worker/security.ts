/** Headers of each page. Scripts run only with this answer's nonce, or when such a script loads them. */
export function pageHeaders(nonce: string, isHttps: boolean): Record<string, string> {
  return {
    'content-security-policy': policy(nonce),
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...(isHttps && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
  };
}

/** Next reads the nonce out of this, from the request. Editors add style sheets at run time, hence inline styles. */
export function policy(nonce: string): string {
  return [
    "default-src 'none'",
    // The player's SQLite is WebAssembly; JavaScript is not made of text anywhere.
    `script-src 'nonce-${nonce}' 'strict-dynamic' 'wasm-unsafe-eval'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: https:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export function newNonce(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
}
