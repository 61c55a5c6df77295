import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { EXTENSION } from '../export/languages.ts';
import { LANGUAGES } from '../schema/capsule.ts';
import { problemsOf } from '../schema/parse.ts';
import { type Folder, type Imported, imported, need, parseJson, Unreadable } from './folder.ts';

const FRONT_MATTER = /^---\r?\n(.*?)\r?\n---\r?\n(.*)$/s;

/** What has to be understood to find the other files; the schema checks the rest. */
const headSchema = z.looseObject({
  language: z.enum(LANGUAGES),
  judge: z.looseObject({
    comparer: z.looseObject({ kind: z.string(), language: z.string().optional() }).optional(),
  }),
  wrong: z.array(z.strictObject({ why: z.string(), file: z.string() })).optional(),
});

/** Reads the folder form that {@link writeFolder} writes; nothing is lost on the way there and back. */
export function readFolder(folder: Folder): Imported {
  return imported(() => {
    const { head, statement } = readHead(need(folder, 'capsule.md'));
    const { wrong, judge, ...short } = head;
    const extension = EXTENSION[head.language];
    const wrongSolutions = wrong?.map(({ why, file }) => ({ why, source: need(folder, file) }));
    const document = {
      ...short,
      statement,
      judge: wholeJudge(judge, folder),
      starter: need(folder, `starter.${extension}`),
      solution: need(folder, `solution.${extension}`),
      tests: parseJson(folder, 'tests.json'),
      ...(wrongSolutions && { wrongSolutions }),
    };
    return { document, notes: [] };
  });
}

function readHead(text: string): { head: z.infer<typeof headSchema>; statement: string } {
  const [, yaml, statement] = FRONT_MATTER.exec(text) ?? [];
  if (yaml === undefined || statement === undefined) {
    throw new Unreadable('capsule.md', 'must begin with front matter between two lines of ---');
  }
  let json: unknown;
  try {
    json = parse(yaml);
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    throw new Unreadable('capsule.md', `the front matter is not YAML: ${error.message}`);
  }
  const head = headSchema.safeParse(json);
  if (head.success) return { head: head.data, statement };
  const [problem] = problemsOf(head.error);
  throw new Unreadable('capsule.md', `${problem?.path}: ${problem?.message}`);
}

function wholeJudge(judge: z.infer<typeof headSchema>['judge'], folder: Folder): object {
  const { comparer } = judge;
  if (comparer?.kind === 'checker') {
    const language = LANGUAGES.find(one => one === comparer.language);
    if (!language) throw new Unreadable('capsule.md', 'judge.comparer.language: is no language');
    return { ...judge, comparer: { ...comparer, source: need(folder, `checker.${EXTENSION[language]}`) } };
  }
  const setup = folder.get('setup.sql');
  return setup === undefined ? judge : { ...judge, setup };
}
