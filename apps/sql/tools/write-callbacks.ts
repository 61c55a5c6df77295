/** Writes src/engine/callbacks.wasm: `node apps/sql/tools/write-callbacks.ts`. A test compares it to a new one. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { callbacksModule } from './callbacks.ts';

writeFileSync(join(import.meta.dirname, '../src/engine/callbacks.wasm'), callbacksModule());
