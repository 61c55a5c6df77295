import 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** The Chinook script; null where the corpora aren't there. */
    chinook: string | null;
  }
}
