import { applyD1Migrations, env, reset } from 'cloudflare:test';

// Files share a Worker: each begins with empty stores.
await reset();
await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
