import type { Installation } from '../../../apps/api/test/platform/installation.ts';
import { type Example, readExamples } from '../../../tools/lib/examples.ts';
import { seedProblems } from '../../../tools/lib/problems.ts';

/** A published capsule, with what passes it and what must not. */
export interface Item {
  id: string;
  creator: number;
  language: string;
  right: string;
  wrong: string[];
}

export interface World {
  /** Cookies of those who made the capsules. */
  creators: string[];
  items: Item[];
}

const CREATORS = 3;
const QUERIES = 4;

/** Accounts, and published capsules in all six languages, shared among them. */
export async function makeWorld(installation: Installation): Promise<World> {
  const creators: string[] = [];
  for (let i = 0; i < CREATORS; i++) creators.push(await installation.signUp());
  const items: Item[] = [];
  const examples = [...seedProblems(), ...readExamples('store').slice(0, QUERIES)];
  for (const [index, example] of examples.entries()) {
    const creator = index % CREATORS;
    items.push(await publish(installation, creators[creator] ?? '', creator, example));
  }
  return { creators, items };
}

/** Makes a capsule of somebody’s, proves it and publishes it. @throws Error when its proof fails */
export async function publish(
  installation: Installation,
  cookie: string,
  creator: number,
  { capsule, wrong }: Example,
): Promise<Item> {
  const { id } = await installation.ask(cookie, 'POST', '/capsules', capsule);
  const proof = await installation.ask(cookie, 'POST', `/capsules/${id}/verify`);
  if (!proof.passed) throw new Error(`The proof of ${capsule.title} fails: ${JSON.stringify(proof.checks)}`);
  await installation.ask(cookie, 'POST', `/capsules/${id}/publish`);
  return {
    ...{ id, creator, language: capsule.language, right: capsule.solution },
    wrong: wrong.map(({ source }) => source),
  };
}
