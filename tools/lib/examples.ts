import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from './command.ts';

/** A capsule of ours with wrong answers that it must reject. */
const exampleSchema = z.object({
  capsule: z.looseObject({
    title: z.string(),
    language: z.string(),
    solution: z.string(),
    judge: z.looseObject({ kind: z.string() }),
  }),
  wrong: z.array(z.object({ why: z.string(), source: z.string() })),
});
export type Example = z.infer<typeof exampleSchema> & { file: string };

/** Reads the examples of one folder, in the order of their names. @throws ZodError | SyntaxError on a bad file */
export function readExamples(folder: string): Example[] {
  const path = join(ROOT, 'examples', folder);
  return readdirSync(path)
    .filter(name => name.endsWith('.json'))
    .sort()
    .map(name => ({
      file: `${folder}/${name}`,
      ...exampleSchema.parse(JSON.parse(readFileSync(join(path, name), 'utf8'))),
    }));
}

/** Chinook needs its script, problems have a form of their own (see problems.ts), and sites show capsules. */
const OTHERS = ['chinook', 'problems', 'sites'];

/** The folders of one file a capsule that need nothing but this repository. */
export function ownFolders(): string[] {
  return readdirSync(join(ROOT, 'examples'), { withFileTypes: true })
    .filter(entry => entry.isDirectory() && !OTHERS.includes(entry.name))
    .map(entry => entry.name)
    .sort();
}
