import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERRORS } from '../apps/api/src/errors/registry.ts';
import { ROOT } from './lib/command.ts';

/** docs/errors.md from the registry: one section a code. */
export function renderErrors(
  errors: Record<string, { status: number; message: string; help: string }>,
): string {
  const sections = Object.entries(errors).map(
    ([code, { status, message, help }]) => `## ${code}\n\nStatus ${status}: “${message}”\n\n${help}\n`,
  );
  const intro = `# Errors

Every failure is answered as \`{"success": false, "error": {"code", "message", "details"?}, "requestId"}\`.
This page is made from the registry in \`apps/api/src/errors/registry.ts\` by \`node tools/docs-errors.ts\`.
`;
  return [intro, ...sections].join('\n');
}

if (import.meta.main) writeFileSync(join(ROOT, 'docs/errors.md'), renderErrors(ERRORS));
