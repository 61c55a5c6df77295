import { z } from 'zod';
import { ApiUser } from '../../../tools/lib/api.ts';
import { publishCapsule, submit } from '../../../tools/lib/capsules.ts';
import { type Example, readExamples } from '../../../tools/lib/examples.ts';
import { StepError } from '../../../tools/lib/steps.ts';

const AUTHOR = { email: 'author@devcapsules.example', password: 'a long password', name: 'Author' };
const LEARNER = { email: 'learner@devcapsules.example', password: 'another password', name: 'Learner' };
/** Above this a script is kept in R2: docs/adr/0002-set-up-scripts.md. */
const LONG_SCRIPT_CHARS = 16_000;
/** The smallest GIF there is. */
const IMAGE = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** What has to be there again. */
export interface Remembered {
  author: typeof AUTHOR;
  learner: typeof LEARNER;
  /** An API key of the author's. */
  key: string;
  solved: { id: string; title: string; solution: string };
  /** An exercise whose set-up script is in R2. */
  long: { id: string; solution: string };
  image: { path: string; bytes: Buffer };
  /** Published only after the restore. */
  later: Example;
}

const keyed = z.object({ key: z.string() });

/** Fills an installation as people do: accounts, capsules of several kinds, a file, solved and failed submissions. */
export async function fillInstallation(url: string): Promise<Remembered> {
  const [first, second] = readExamples('python');
  const [long, plain, later] = readExamples('store');
  if (!first || !second || !long || !plain || !later) throw new StepError('There are too few examples.');
  const author = new ApiUser(url);
  await author.enter(AUTHOR);
  const ids = new Map<string, string>();
  for (const example of [first, second, withLongScript(long), plain]) {
    const outcome = await publishCapsule(author, example.capsule);
    if (!outcome.ok) throw new StepError(`${example.file} was not published: ${outcome.why}`);
    ids.set(example.file, outcome.id);
  }
  const solved = ids.get(first.file) ?? '';
  const { key } = keyed.parse(
    await author.post('/auth/api-keys', { name: 'script', scopes: ['capsules:read', 'capsules:write'] }),
  );
  const path = `/assets/${solved}/dot.gif`;
  const stored = await fetch(`${url}/api/v1${path}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'image/gif' },
    body: IMAGE,
  });
  if (!stored.ok) throw new StepError(`The image was not stored: ${stored.status} ${await stored.text()}`);

  const learner = new ApiUser(url);
  await learner.enter(LEARNER);
  await submit(learner, solved, first.wrong[0]?.source ?? '');
  await submit(learner, solved, first.capsule.solution);
  // What was read is in the cache.
  for (const id of ids.values()) await learner.get(`/capsules/${id}`);
  const { title, solution } = first.capsule;
  return {
    ...{ author: AUTHOR, learner: LEARNER, key, later },
    solved: { id: solved, title, solution },
    long: { id: ids.get(long.file) ?? '', solution: long.capsule.solution },
    image: { path, bytes: IMAGE },
  };
}

/** The same exercise over a script so long that it is kept in R2. */
function withLongScript(example: Example): Example {
  const { setup } = z.object({ setup: z.string() }).parse(example.capsule.judge);
  const longer = `${setup}\n-- ${'long '.repeat(LONG_SCRIPT_CHARS / 5)}\n`;
  return { ...example, capsule: { ...example.capsule, judge: { ...example.capsule.judge, setup: longer } } };
}
