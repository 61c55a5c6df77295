import MiniSearch from 'minisearch';
import type { Draft } from '../draft.ts';
import type { GenerationRequest } from '../request.ts';
import { draftOf, serves } from './draft.ts';
import type { Family } from './family.ts';

export type Authored =
  | { kind: 'draft'; familyId: string; draft: Draft }
  /** What the bank has nearest to it, for another difficulty or language. */
  | { kind: 'nothing_fits'; nearest: string[] };

/** Says nothing about an exercise, and would match most of them. */
const EMPTY_WORDS = new Set(
  'a an the of to in for with and or that which is are be it its on by from as at this write make create exercise task problem function program query code capsule learner student students simple easy hard medium practise practice about using use uses'.split(
    ' ',
  ),
);
const PLURAL = /(?<=[a-z]{3})(?:es|s)$/;

/**
 * The author that needs no model: it finds the family whose words fit the prompt best and instantiates it. It
 * understands no sentence; when no word fits, it says so.
 */
export function bankAuthor(families: readonly Family[]) {
  const index = new MiniSearch<Family>({
    fields: ['id', 'words'],
    idField: 'id',
    processTerm: term => {
      const word = term.toLowerCase();
      return EMPTY_WORDS.has(word) ? null : word.replace(PLURAL, '');
    },
  });
  index.addAll(families);
  const byId = new Map(families.map(family => [family.id, family]));

  /** Families that fit the prompt, best first. */
  function matching(prompt: string): Family[] {
    return index
      .search(prompt, { prefix: term => term.length > 3, fuzzy: term => (term.length > 5 ? 0.15 : false) })
      .flatMap(({ id }) => byId.get(id) ?? []);
  }

  return {
    /** @param seed gives the same exercise again; another one gives another exercise, of another family at times */
    write({ prompt, language, difficulty }: GenerationRequest, seed: string): Authored {
      const found = matching(prompt);
      const family = found.find(candidate => serves(candidate, language, difficulty));
      if (!family) return { kind: 'nothing_fits', nearest: found.slice(0, 3).map(({ id }) => id) };
      return { kind: 'draft', familyId: family.id, draft: draftOf(family, language, difficulty, seed) };
    },
    /** Another exercise of a family; nothing fits when the family is gone, or has none of this kind any more. */
    again(familyId: string, { language, difficulty }: GenerationRequest, seed: string): Authored {
      const family = byId.get(familyId);
      if (!family || !serves(family, language, difficulty)) return { kind: 'nothing_fits', nearest: [] };
      return { kind: 'draft', familyId, draft: draftOf(family, language, difficulty, seed) };
    },
  };
}
