import { z } from 'zod';
import type { ProgramCapsule } from '../schema/capsule.ts';
import { parseCapsule } from '../schema/parse.ts';

/** One line of HumanEval.jsonl (Chen et al., "Evaluating Large Language Models Trained on Code", 2021). */
const problemSchema = z.object({
  task_id: z.string(),
  prompt: z.string(),
  entry_point: z.string(),
  canonical_solution: z.string(),
  test: z.string(),
});

export interface ImportedProblem {
  id: string;
  capsule: ProgramCapsule;
}

/**
 * Reads HumanEval JSONL as `program` capsules, one a line.
 * @throws SyntaxError naming the line that is not a HumanEval problem.
 */
export function importHumanEval(jsonl: string): ImportedProblem[] {
  return jsonl.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [importProblem(problemSchema.parse(JSON.parse(line)))];
    } catch (error) {
      throw new SyntaxError(`line ${index + 1} is not a HumanEval problem`, { cause: error });
    }
  });
}

function importProblem(problem: z.infer<typeof problemSchema>): ImportedProblem {
  const parsed = parseCapsule({
    schemaVersion: 1,
    type: 'CODE',
    language: 'python',
    title: `${problem.task_id}: ${problem.entry_point}`,
    difficulty: 'MEDIUM',
    tags: ['humaneval'],
    statement: `Complete the function \`${problem.entry_point}\`.\n\n\`\`\`python\n${problem.prompt.trim()}\n\`\`\`\n`,
    judge: { kind: 'program', entryPoint: problem.entry_point },
    starter: `${problem.prompt}    pass\n`,
    solution: problem.prompt + problem.canonical_solution,
    tests: [
      {
        name: 'the check function',
        code: `${problem.test}\n\ncheck(${problem.entry_point})\n`,
        hidden: true,
      },
    ],
    limits: { timeMs: 5000, memoryMb: 256 },
  });
  if (!parsed.ok)
    throw new SyntaxError(parsed.problems.map(({ path, message }) => `${path} ${message}`).join('; '));
  return { id: problem.task_id, capsule: parsed.capsule as ProgramCapsule };
}
