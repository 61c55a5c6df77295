import type { D1Migration } from '@cloudflare/vitest-plugin';
import type { Bindings } from '../src/bindings.ts';

declare global {
  namespace Cloudflare {
    interface Env extends Bindings {
      TEST_MIGRATIONS: D1Migration[];
      /** Empty: for what migrations do to data of earlier versions. */
      OLD_DB: D1Database;
    }
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    runnerPort: number;
    doublePort: number;
    runnersPort: number;
    identityPort: number;
    llmPort: number;
  }
}
