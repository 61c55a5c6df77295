import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import type { ProgramLanguage } from '../execution.ts';
import type { TextComparer } from '../schema/judge.ts';
import { type Folder, type Imported, imported, need, Unreadable } from './folder.ts';

/** problem.yaml of the Kattis problem package format (legacy and 2023-07), as far as it is used here. */
const packageSchema = z.looseObject({
  name: z.union([z.string(), z.record(z.string(), z.string())]).optional(),
  validation: z.union([z.string(), z.looseObject({})]).optional(),
  validator_flags: z.string().optional(),
  keywords: z.union([z.string(), z.array(z.string())]).optional(),
  limits: z.looseObject({ memory: z.number().optional(), time_limit: z.number().optional() }).optional(),
});

const LANGUAGE_OF: Record<string, ProgramLanguage> = {
  py: 'python',
  py3: 'python',
  js: 'javascript',
  java: 'java',
  c: 'c',
  cpp: 'cpp',
  cc: 'cpp',
};
const DEFAULT_TIME_MS = 2000;
const MAX_MEMORY_MB = 512;

/**
 * Reads a Kattis problem package as a `stdio` capsule: samples are visible tests, secret data hidden ones,
 * the first accepted submission the solution, wrong answers the wrong solutions.
 */
export function importKattis(folder: Folder): Imported {
  return imported(() => {
    const about = readAbout(need(folder, 'problem.yaml'));
    const statement = statementOf(folder);
    const accepted = submissionsIn(folder, 'accepted');
    const [solution] = accepted;
    if (!solution) {
      const languages = [...new Set(Object.values(LANGUAGE_OF))].join(', ');
      throw new Unreadable('submissions/accepted', `has no submission in ${languages}`);
    }
    const { language } = solution;
    const wrong = submissionsIn(folder, 'wrong_answer').filter(one => one.language === language);
    const { comparer, notes } = comparerOf(about);
    const document = {
      schemaVersion: 1,
      type: 'CODE',
      language,
      title: titleOf(about) ?? statement.title ?? 'Untitled',
      difficulty: 'MEDIUM',
      tags: tagsOf(about),
      statement: statement.text,
      judge: { kind: 'stdio', comparer },
      starter: '',
      solution: solution.source,
      tests: [...testsIn(folder, 'sample', false), ...testsIn(folder, 'secret', true)],
      ...(wrong.length > 0 && {
        wrongSolutions: wrong.slice(0, 30).map(({ file, source }) => ({ why: file, source })),
      }),
      limits: {
        timeMs: Math.round((about.limits?.time_limit ?? DEFAULT_TIME_MS / 1000) * 1000),
        memoryMb: Math.min(MAX_MEMORY_MB, about.limits?.memory ?? 256),
      },
    };
    return { document, notes: [...notes, ...statement.notes] };
  });
}

function readAbout(text: string): z.infer<typeof packageSchema> {
  try {
    const parsed = packageSchema.safeParse(parse(text) ?? {});
    if (parsed.success) return parsed.data;
    throw new Unreadable('problem.yaml', parsed.error.issues[0]?.message ?? 'is no problem description');
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    throw new Unreadable('problem.yaml', `is not YAML: ${error.message}`);
  }
}

function titleOf({ name }: z.infer<typeof packageSchema>): string | undefined {
  return typeof name === 'object' ? (name.en ?? Object.values(name)[0]) : name;
}

function tagsOf({ keywords = [] }: z.infer<typeof packageSchema>): string[] {
  const words = typeof keywords === 'string' ? keywords.split(/\s+/) : keywords;
  return words.filter(word => word !== '' && word.length <= 40).slice(0, 10);
}

/** Markdown is taken as it is; LaTeX is shown as it is, since half a translation would mislead. */
function statementOf(folder: Folder): { text: string; title?: string; notes: string[] } {
  const find = (ending: string) =>
    [...folder.keys()]
      .filter(path => /^(problem_)?statement\/problem(\.\w+)?\.\w+$/.test(path) && path.endsWith(ending))
      .sort((a, b) => Number(b.includes('.en.')) - Number(a.includes('.en.')))[0];
  const markdown = find('.md');
  if (markdown !== undefined) return { text: need(folder, markdown), notes: [] };
  const latex = find('.tex');
  if (latex === undefined) throw new Unreadable('problem_statement', 'has no problem.md or problem.tex');
  const source = need(folder, latex);
  const title = /\\problemname\{([^}]*)\}/.exec(source)?.[1];
  return {
    text: `\`\`\`latex\n${source.trim()}\n\`\`\`\n`,
    ...(title !== undefined && { title }),
    notes: [`${latex}: LaTeX is shown as it is; rewrite the statement in Markdown`],
  };
}

function comparerOf({ validation = 'default', validator_flags: flags = '' }: z.infer<typeof packageSchema>) {
  const notes: string[] = [];
  if (validation !== 'default') {
    notes.push(
      'output_validators: a validator of its own reads files and can’t be taken along; write a checker',
    );
  }
  const words = flags.split(/\s+/);
  const tolerance = (name: string) => {
    const at = words.indexOf(name);
    return at < 0 ? undefined : Number(words[at + 1]);
  };
  const both = tolerance('float_tolerance');
  const relative = both ?? tolerance('float_relative_tolerance');
  const absolute = both ?? tolerance('float_absolute_tolerance');
  // Kattis' default validator compares tokens; case and spacing count only if asked for.
  let comparer: TextComparer = { kind: 'tokens' };
  if (relative !== undefined || absolute !== undefined) {
    comparer = { kind: 'float', relative: relative ?? 0, absolute: absolute ?? 0 };
  } else if (words.includes('space_change_sensitive')) comparer = { kind: 'exact' };
  if (comparer.kind === 'tokens' && !words.includes('case_sensitive')) {
    notes.push('validator_flags: upper and lower case are told apart here');
  }
  return { comparer, notes };
}

function submissionsIn(folder: Folder, kind: string) {
  return [...folder]
    .map(([path, source]) => ({ path, source, file: path.split('/').at(-1) ?? '' }))
    .filter(({ path }) => path.startsWith(`submissions/${kind}/`) && path.split('/').length === 3)
    .flatMap(({ source, file }) => {
      const language = LANGUAGE_OF[file.split('.').at(-1) ?? ''];
      return language ? [{ file, source, language }] : [];
    })
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

function testsIn(folder: Folder, kind: 'sample' | 'secret', hidden: boolean) {
  const inputs = [...folder.keys()].filter(path => path.startsWith(`data/${kind}/`) && path.endsWith('.in'));
  return inputs.sort().map(path => {
    const name = path.slice(`data/${kind}/`.length, -'.in'.length);
    const expected = need(folder, path.replace(/\.in$/, '.ans'));
    return { name: `${kind} ${name}`, stdin: need(folder, path), expected, hidden };
  });
}
