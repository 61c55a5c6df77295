import { capsuleSchema } from '@devcapsules/capsule/schema/capsule';
import { judgeSchema } from '@devcapsules/capsule/schema/judge';
import { functionTest, programTest, queryTest, stdioTest } from '@devcapsules/capsule/schema/tests';
import { z } from '@hono/zod-openapi';

/** Shapes of the capsule package that the document names; routes parse them elsewhere, or stored them parsed. */
const SHAPES = {
  Capsule: capsuleSchema,
  Judge: judgeSchema,
  CapsuleTest: z.union([functionTest, stdioTest, programTest, queryTest]),
} satisfies Record<string, z.ZodType>;

/** A value that is described by a component of the document. */
export function partOf<Part>(name: keyof typeof SHAPES) {
  return z
    .custom<Part>(value => value !== undefined)
    .openapi({ type: 'object', allOf: [{ $ref: `#/components/schemas/${name}` }] });
}

/** Those components, by name. zod's draft 2020-12 is what OpenAPI 3.1 speaks. */
export function componentSchemas(): Record<string, Record<string, unknown>> {
  const components: Record<string, Record<string, unknown>> = {};
  for (const [name, shape] of Object.entries(SHAPES)) {
    const { $schema: _, ...whole } = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' });
    // Definitions stand at the root of a schema of its own, but not at the root of the document.
    const text = JSON.stringify(whole).replaceAll('#/$defs/__schema', `#/components/schemas/${name}Value`);
    const { $defs = {}, ...schema } = JSON.parse(text);
    components[name] = schema;
    for (const [key, definition] of Object.entries<Record<string, unknown>>($defs)) {
      components[key.replace('__schema', `${name}Value`)] = definition;
    }
  }
  return components;
}
