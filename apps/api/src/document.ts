import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from './http.ts';
import { SECURITY_SCHEMES } from './routes/access.ts';
import { componentSchemas } from './routes/components.ts';
import { VERSION } from './version.ts';

/** The OpenAPI 3.1 document of the routes below `base`; what the typed client and the reference are made from. */
export function describeApi(app: OpenAPIHono<AppEnv>, base: string) {
  const { openAPIRegistry: registry } = app;
  for (const [name, schema] of Object.entries(componentSchemas())) {
    registry.registerComponent('schemas', name, schema);
  }
  for (const [name, scheme] of Object.entries(SECURITY_SCHEMES)) {
    registry.registerComponent('securitySchemes', name, scheme);
  }
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'DevCapsules API',
      version: VERSION,
      license: { name: 'MIT' },
      description:
        'Interactive coding exercises that are proven by execution. Success is `{"success": true, "data"}`, failure is ' +
        '`{"success": false, "error": {"code", "message", "details"?}, "requestId"}`; docs/errors.md explains each code.',
    },
    servers: [{ url: '/' }],
  });
  // Some paths are answered at the root too, for whoever asks out of habit; one place is enough to describe them.
  const paths = Object.entries(document.paths ?? {})
    .filter(([path]) => path.startsWith(base))
    .map(([path, item]) => [
      path,
      { ...item, ...tagged(item, path.split('/')[base.split('/').length] ?? '') },
    ]);
  return { ...document, paths: Object.fromEntries(paths) };
}

/** The operations of a path, grouped under its resource for whoever reads the reference. */
function tagged(item: object, resource: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(item).map(([method, operation]) => [method, { tags: [resource], ...operation }]),
  );
}
