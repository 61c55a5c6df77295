import { capsuleSchema } from '@devcapsules/capsule/schema/capsule';
import { OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import type { Compose } from './compose.ts';
import { AppError } from './errors/app-error.ts';
import type { AppEnv } from './http.ts';
import { authenticate } from './middleware/authenticate.ts';
import { bodyLimit } from './middleware/body-limit.ts';
import { cache } from './middleware/cache.ts';
import { caller } from './middleware/caller.ts';
import { cors } from './middleware/cors.ts';
import { deps } from './middleware/deps.ts';
import { onError } from './middleware/errors.ts';
import { log } from './middleware/log.ts';
import { mediaType } from './middleware/media-type.ts';
import { rateLimit } from './middleware/rate-limit.ts';
import { requestId } from './middleware/request-id.ts';
import { securityHeaders } from './middleware/security-headers.ts';
import { SECURITY_SCHEMES } from './routes/access.ts';
import { attemptRoutes } from './routes/attempts.ts';
import { authRoutes } from './routes/auth.ts';
import { capsuleRoutes } from './routes/capsules.ts';
import { executeRoutes } from './routes/execute.ts';
import { healthRoutes } from './routes/health.ts';
import { proofRoutes } from './routes/proofs.ts';
import { regradeRoutes } from './routes/regrades.ts';
import { VERSION } from './version.ts';

const BASE = '/api/v1';
/** Resources that once stood at the root. */
const LEGACY = ['capsules', 'execute', 'generate', 'analytics', 'auth', 'mentor'];

/** The middleware in its order, the routes, and the document that describes them. */
export function makeApp(compose: Compose): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>();
  app.onError(onError);
  app.notFound(c => onError(new AppError('NOT_FOUND'), c));
  app.use(requestId, log, securityHeaders, deps(compose), cors);
  for (const resource of LEGACY) {
    for (const path of [`/${resource}`, `/${resource}/*`] as const) {
      app.all(path, c => c.redirect(`${BASE}${c.req.path}${new URL(c.req.url).search}`, 308));
    }
  }
  app.use('/health/*', authenticate, rateLimit);
  app.route('/', healthRoutes);
  app.use(`${BASE}/*`, bodyLimit, mediaType, authenticate, caller, rateLimit, cache);
  app.route(BASE, healthRoutes);
  app.route(`${BASE}/auth`, authRoutes);
  app.route(`${BASE}/capsules`, capsuleRoutes);
  app.route(`${BASE}/capsules`, proofRoutes);
  app.route(`${BASE}/capsules`, regradeRoutes);
  app.route(`${BASE}/capsules`, attemptRoutes);
  app.route(`${BASE}/execute`, executeRoutes);
  app.openAPIRegistry.registerComponent('schemas', 'Capsule', capsuleJsonSchema());
  for (const [name, scheme] of Object.entries(SECURITY_SCHEMES)) {
    app.openAPIRegistry.registerComponent('securitySchemes', name, scheme);
  }
  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'DevCapsules API', version: VERSION, license: { name: 'MIT' } },
    servers: [{ url: '/' }],
  });
  return app;
}

/** zod's draft 2020-12 is what OpenAPI 3.1 speaks; its types and the document's don't know of each other. */
function capsuleJsonSchema(): Record<string, unknown> {
  const { $schema: _, ...schema } = z.toJSONSchema(capsuleSchema, { io: 'input', unrepresentable: 'any' });
  return schema;
}
