import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { makeApp } from '../src/app.ts';
import { describeApi } from '../src/document.ts';

const OUTPUT = join(import.meta.dirname, '../../../packages/client/src/schema.ts');

/** The types of every route and shape, from the routes themselves: nothing needs to run for it. */
export async function renderSchema(): Promise<string> {
  const app = makeApp(() => {
    throw new Error('No request is made here.');
  });
  // The generator takes a document as it is parsed from JSON.
  const document = JSON.parse(JSON.stringify(describeApi(app, '/api/v1')));
  const types = await openapiTS(document, {
    alphabetize: true,
    // "Any JSON" refers to itself, which a property's type can't.
    transform: (_, { path }) =>
      path && /Value\d+$/.test(path)
        ? ts.factory.createKeywordTypeNode(ts.SyntaxKind.UnknownKeyword)
        : undefined,
  });
  return `// Made from the API's routes by \`node apps/api/tools/client-schema.ts\`; not to be edited.\n\n${astToString(types)}`;
}

if (import.meta.main) writeFileSync(OUTPUT, await renderSchema());
