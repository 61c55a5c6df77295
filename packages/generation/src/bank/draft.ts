import { seededRandom } from '@devcapsules/capsule/random';
import type { Difficulty, Language } from '@devcapsules/capsule/schema/capsule';
import { starterFor } from '@devcapsules/capsule/starter/starter';
import type { Draft } from '../draft.ts';
import type { CodeExercise, Edit, Family, SqlExercise } from './family.ts';

/** Tells whether a family has an exercise of a difficulty in a language. */
export function serves(family: Family, language: Language, difficulty: Difficulty): boolean {
  return (family.kind === 'sql') === (language === 'sql') && family.difficulties.includes(difficulty);
}

/** The exercise that a seed gives. @throws RangeError when the family has none, or a mistake can't be made */
export function draftOf(family: Family, language: Language, difficulty: Difficulty, seed: string): Draft {
  if (!serves(family, language, difficulty)) {
    throw new RangeError(`${family.id} has nothing ${difficulty} in ${language}`);
  }
  const random = seededRandom(`${family.id} ${seed}`);
  if (family.kind === 'sql') return ofSql(family.make(random, difficulty), difficulty);
  return ofCode(family.make(random, difficulty), language as Exclude<Language, 'sql'>, difficulty);
}

function ofCode(exercise: CodeExercise, language: Exclude<Language, 'sql'>, difficulty: Difficulty): Draft {
  const { title, statement, objectives, tags, hints, signature, comparer, mistakes, cases } = exercise;
  const solution = exercise.solutions[language];
  return {
    ...{ title, statement, objectives, tags, hints: [...hints], difficulty, language, solution },
    judge: { kind: 'function', ...signature, comparer: comparer ?? { kind: 'exact' } },
    starter: starterFor(language, signature),
    wrongSolutions: mistakes.map(({ why, edits }) => ({
      why,
      source: withMistake(solution, edits[language], `${title}, ${language}, ${why}`),
    })),
    inputs: cases,
  };
}

function ofSql(exercise: SqlExercise, difficulty: Difficulty): Draft {
  const { title, statement, objectives, tags, hints, setup, solution, ordered, mistakes, cases } = exercise;
  return {
    ...{ title, statement, objectives, tags, hints: [...hints], difficulty, solution },
    language: 'sql',
    judge: { kind: 'query', setup, ordered, compareColumnNames: false, tolerance: 1e-9 },
    starter: '-- Write your query here.\n',
    wrongSolutions: mistakes,
    inputs: cases,
  };
}

function withMistake(solution: string, [right, wrong]: Edit, place: string): string {
  const parts = solution.split(right);
  if (parts.length !== 2) throw new RangeError(`${place}: stands ${parts.length - 1} times: ${right}`);
  return parts.join(wrong);
}
