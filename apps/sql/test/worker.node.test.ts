import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { callbacksModule } from '../tools/callbacks.ts';

const read = (path: string) => readFileSync(join(import.meta.dirname, '..', path));

describe('the Worker', () => {
  it('has no binding of any kind: no key but these is in its configuration', () => {
    const config: unknown = JSON.parse(
      read('wrangler.jsonc')
        .toString('utf8')
        .replaceAll(/^\s*\/\/.*$/gm, ''),
    );
    expect(Object.keys(config ?? {}).sort()).toEqual([
      '$schema',
      'compatibility_date',
      'env',
      'limits',
      'main',
      'name',
      'observability',
      'preview_urls',
      'workers_dev',
    ]);
    expect(config).toMatchObject({
      name: 'devcapsules-sql',
      workers_dev: false,
      observability: { enabled: true },
    });
  });

  it.each(['dev', 'staging', 'production'])('has nothing in %s but another name', environment => {
    const config = z.object({ env: z.record(z.string(), z.record(z.string(), z.unknown())) }).parse(
      JSON.parse(
        read('wrangler.jsonc')
          .toString('utf8')
          .replaceAll(/^\s*\/\/.*$/gm, ''),
      ),
    );
    expect(Object.keys(config.env[environment] ?? {})).toEqual(['name']);
  });

  it('ships the callbacks that tools/callbacks.ts makes', () => {
    expect(new Uint8Array(read('src/engine/callbacks.wasm'))).toEqual(callbacksModule());
  });
});
