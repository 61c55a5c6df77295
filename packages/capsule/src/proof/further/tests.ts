import { withExpected } from '../../judges/expected.ts';
import { pick, seededRandom } from '../../random.ts';
import { type Capsule, type CapsuleTest, hasJudge } from '../../schema/capsule.ts';
import { parseType } from '../../schema/type.ts';
import { decodeValue } from '../../values/decode.ts';
import { encodeValue } from '../../values/encode.ts';
import type { ProofContext } from '../proof.ts';
import { changedDatabases } from './databases.ts';
import { type Dictionary, dictionaryOf } from './dictionary.ts';
import { changedText } from './text.ts';
import { changedValue } from './values.ts';

const COUNT = 40;

/**
 * Tests on inputs near those of the capsule's own tests, with what the solution gives on them. Inputs
 * that the solution fails on are left out: they are outside of what the exercise is about.
 */
export async function furtherTests(
  capsule: Capsule,
  seed: string,
  context: ProofContext,
): Promise<CapsuleTest[]> {
  const random = seededRandom(seed);
  const dictionary = dictionaryOf(capsule.solution);
  const inputs = hasJudge(capsule, 'query')
    ? await changedDatabases(capsule, dictionary, random, context.executor)
    : Array.from({ length: COUNT }, (_, index) => changedTest(capsule, dictionary, random, index));
  const known = inputs.filter(test => test !== null);
  const tests = await withExpected(capsule, known, context);
  return tests.filter(test => test !== null);
}

function changedTest(
  capsule: Capsule,
  dictionary: Dictionary,
  random: () => number,
  index: number,
): CapsuleTest | null {
  const name = `further input ${index + 1}`;
  if (hasJudge(capsule, 'stdio')) {
    const { stdin } = pick(random, capsule.tests);
    return { name, stdin: changedText(stdin, dictionary, random), expected: '', hidden: true };
  }
  if (!hasJudge(capsule, 'function')) return null;
  const { judge, tests } = capsule;
  const model = pick(random, tests);
  const args = judge.params.map(({ type: text }, position) => {
    const type = parseType(text);
    // An argument is now and then another test's: mixtures find what small changes don't.
    const from = random() < 0.25 ? pick(random, tests) : model;
    return encodeValue(changedValue(type, decodeValue(type, from.args[position]), dictionary, random));
  });
  return { name, args, expected: model.expected, hidden: true };
}
