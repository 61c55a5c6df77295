import type { Difficulty, Language } from '@devcapsules/capsule/schema/capsule';
import { starterFor } from '@devcapsules/capsule/starter/starter';
import type { Code, Plan, Repair, WrittenInput } from '../agents/schemas.ts';
import type { Draft, Input } from '../draft.ts';

/** What agents have written so far. */
export interface Manuscript {
  plan: Plan;
  code: Code;
}

export type Assembled = { kind: 'draft'; draft: Draft } | { kind: 'unfit'; problems: string[] };

/** Puts what agents wrote into the form of a draft; what can't be one is told in sentences. */
export function assemble({ plan, code }: Manuscript, language: Language, difficulty: Difficulty): Assembled {
  const { title, statement, objectives, tags, hints, signature } = plan;
  const told = { title, statement, objectives, tags, hints, difficulty, solution: code.solution };
  const wrongSolutions = code.wrong_solutions;
  if (language === 'sql') {
    const inputs: Input[] = code.inputs.map(({ name, hidden, setup }) => ({
      name,
      hidden,
      ...(setup && { setup }),
    }));
    const judge = { kind: 'query', setup: code.setup ?? '', ordered: plan.ordered } as const;
    return {
      kind: 'draft',
      draft: {
        ...told,
        language,
        judge: { ...judge, compareColumnNames: false, tolerance: 1e-9 },
        starter: '-- Write your query here.\n',
        wrongSolutions,
        inputs,
      },
    };
  }
  if (signature === null) return { kind: 'unfit', problems: ['The signature is missing.'] };
  const read = code.inputs.map(input => argsOf(input, signature.params.length));
  const problems = read.flatMap(item => (typeof item === 'string' ? [item] : []));
  if (problems.length > 0) return { kind: 'unfit', problems };
  try {
    return {
      kind: 'draft',
      draft: {
        ...told,
        language,
        judge: { kind: 'function', ...signature, comparer: { kind: 'exact' } },
        starter: starterFor(language, signature),
        wrongSolutions,
        inputs: read.filter(item => typeof item !== 'string'),
      },
    };
  } catch (error) {
    // A type that is none.
    if (error instanceof RangeError) return { kind: 'unfit', problems: [error.message] };
    throw error;
  }
}

function argsOf({ name, hidden, args }: WrittenInput, params: number): Input | string {
  let values: unknown;
  try {
    values = JSON.parse(args ?? '');
  } catch {
    return `The args of the input “${name}” are not JSON.`;
  }
  if (!Array.isArray(values) || values.length !== params) {
    return `The args of the input “${name}” must be an array of ${params}.`;
  }
  return { name, hidden, args: values };
}

/** The manuscript with a repair worked in. */
export function repaired({ plan, code }: Manuscript, change: Repair): Manuscript {
  const { statement, hints, solution, setup, validator, inputs, further_inputs, wrong_solutions } = change;
  return {
    plan: { ...plan, ...(statement !== null && { statement }), ...(hints !== null && { hints }) },
    code: {
      ...code,
      ...(solution !== null && { solution }),
      ...(setup !== null && { setup }),
      ...(validator !== null && { validator }),
      ...(wrong_solutions !== null && { wrong_solutions }),
      inputs: uniquelyNamed([...(inputs ?? code.inputs), ...(further_inputs ?? [])]),
    },
  };
}

function uniquelyNamed(inputs: WrittenInput[]): WrittenInput[] {
  const seen = new Map<string, number>();
  return inputs.map(input => {
    const count = (seen.get(input.name) ?? 0) + 1;
    seen.set(input.name, count);
    return count === 1 ? input : { ...input, name: `${input.name} (${count})` };
  });
}
