import { OpenAPIHono } from '@hono/zod-openapi';
import type { Compose } from './compose.ts';
import { describeApi } from './document.ts';
import { AppError } from './errors/app-error.ts';
import type { AppEnv } from './http.ts';
import { admin } from './middleware/admin.ts';
import { authenticate } from './middleware/authenticate.ts';
import { bodyLimit } from './middleware/body-limit.ts';
import { cache } from './middleware/cache.ts';
import { caller } from './middleware/caller.ts';
import { cors } from './middleware/cors.ts';
import { deps } from './middleware/deps.ts';
import { onError } from './middleware/errors.ts';
import { learner } from './middleware/learner.ts';
import { log } from './middleware/log.ts';
import { mediaType } from './middleware/media-type.ts';
import { rateLimit } from './middleware/rate-limit.ts';
import { requestId } from './middleware/request-id.ts';
import { securityHeaders } from './middleware/security-headers.ts';
import { accountRoutes } from './routes/account.ts';
import { adminBudgetRoutes } from './routes/admin-budget.ts';
import { adminOperationRoutes } from './routes/admin-operations.ts';
import { adminStatusRoutes } from './routes/admin-status.ts';
import { adminUserRoutes } from './routes/admin-users.ts';
import { analyticsRoutes } from './routes/analytics.ts';
import { apiKeyRoutes } from './routes/api-keys.ts';
import { assetRoutes } from './routes/assets.ts';
import { attemptRoutes } from './routes/attempts.ts';
import { authRoutes } from './routes/auth.ts';
import { capsuleRoutes } from './routes/capsules.ts';
import { courseRoutes } from './routes/courses.ts';
import { embedPages } from './routes/embed.ts';
import { embeddingRoutes } from './routes/embedding.ts';
import { executeRoutes } from './routes/execute.ts';
import { generateRoutes } from './routes/generate.ts';
import { healthRoutes } from './routes/health.ts';
import { mentorRoutes } from './routes/mentor.ts';
import { outboxRoutes } from './routes/outbox.ts';
import { mailPages } from './routes/pages.ts';
import { passwordRoutes } from './routes/passwords.ts';
import { learnerRoutes, progressRoutes } from './routes/progress.ts';
import { proofRoutes } from './routes/proofs.ts';
import { regenerateRoutes } from './routes/regenerate.ts';
import { regradeRoutes } from './routes/regrades.ts';
import { sessionRoutes } from './routes/sessions.ts';
import { socialRoutes } from './routes/social.ts';
import { tagRoutes } from './routes/tags.ts';
import { usageRoutes } from './routes/usage.ts';

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
  for (const path of ['/outbox', '/reset-password']) app.use(path, bodyLimit, authenticate, rateLimit, cache);
  app.route('/', mailPages);
  app.route('/', embedPages);
  app.use(`${BASE}/*`, bodyLimit, mediaType, authenticate, caller, rateLimit, learner, cache);
  app.route(BASE, healthRoutes);
  app.route(`${BASE}/auth`, authRoutes);
  app.route(`${BASE}/auth`, passwordRoutes);
  app.route(`${BASE}/auth`, socialRoutes);
  app.route(`${BASE}/auth/api-keys`, apiKeyRoutes);
  app.route(`${BASE}/auth/sessions`, sessionRoutes);
  app.route(`${BASE}/account`, accountRoutes);
  app.route(`${BASE}/usage`, usageRoutes);
  app.route(`${BASE}/outbox`, outboxRoutes);
  app.use(`${BASE}/admin/*`, admin);
  app.route(`${BASE}/admin/users`, adminUserRoutes);
  app.route(`${BASE}/admin/budget`, adminBudgetRoutes);
  app.route(`${BASE}/admin/status`, adminStatusRoutes);
  app.route(`${BASE}/admin`, adminOperationRoutes);
  app.route(`${BASE}/capsules`, capsuleRoutes);
  app.route(`${BASE}/capsules`, proofRoutes);
  app.route(`${BASE}/capsules`, regradeRoutes);
  app.route(`${BASE}/capsules`, attemptRoutes);
  app.route(`${BASE}/capsules`, regenerateRoutes);
  app.route(`${BASE}/capsules`, embeddingRoutes);
  app.route(`${BASE}/execute`, executeRoutes);
  app.route(`${BASE}/generate`, generateRoutes);
  app.route(`${BASE}/tags`, tagRoutes);
  app.route(`${BASE}/assets`, assetRoutes);
  app.route(`${BASE}/courses`, courseRoutes);
  app.route(`${BASE}/learners`, learnerRoutes);
  app.route(`${BASE}/progress`, progressRoutes);
  app.route(`${BASE}/mentor`, mentorRoutes);
  app.route(`${BASE}/analytics`, analyticsRoutes);
  let document: ReturnType<typeof describeApi> | undefined;
  app.get('/openapi.json', c => {
    document ??= describeApi(app, BASE);
    return c.json(document);
  });
  return app;
}
