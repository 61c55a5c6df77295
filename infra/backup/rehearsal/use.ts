import { z } from 'zod';
import { ApiUser } from '../../../tools/lib/api.ts';
import { publishCapsule, submit } from '../../../tools/lib/capsules.ts';
import { StepError } from '../../../tools/lib/steps.ts';
import type { Remembered } from './fill.ts';

const list = z.object({ data: z.array(z.object({ id: z.string(), title: z.string() })) });
const progress = z.object({
  data: z.array(z.object({ capsuleId: z.string(), status: z.string(), attempts: z.number() })),
});

/** Does with a restored installation what people do. @returns what worked @throws StepError at the first that did not */
export async function useInstallation(
  url: string,
  { author: account, learner: student, key, solved, long, image, later }: Remembered,
): Promise<string[]> {
  const must = (holds: boolean, what: string) => {
    if (!holds) throw new StepError(`Not so: ${what}`);
    return what;
  };
  const author = new ApiUser(url);
  const learner = new ApiUser(url);
  await author.post('/auth/sign-in/email', { email: account.email, password: account.password });
  await learner.post('/auth/sign-in/email', { email: student.email, password: student.password });
  const done = ['author and learner sign in with their passwords'];

  const byKey = await fetch(`${url}/api/v1/capsules/mine`, { headers: { authorization: `Bearer ${key}` } });
  done.push(must(byKey.ok, 'the API key works'));

  const search = async (title: string) => {
    const words = encodeURIComponent(title.toLowerCase());
    return list.parse(await learner.get(`/capsules?q=${words}`)).data.map(({ id }) => id);
  };
  done.push(must((await search(solved.title)).includes(solved.id), `search finds "${solved.title}"`));

  const before = progress.parse(await learner.get('/progress')).data.find(row => row.capsuleId === solved.id);
  done.push(
    must(before?.status === 'solved' && before.attempts === 2, 'the learner has solved it in 2 attempts'),
  );

  const again = await submit(learner, solved.id, solved.solution);
  done.push(
    must(again.verdict === 'accepted', `it is solved again, ${again.passed} of ${again.total} tests`),
  );

  const file = await fetch(`${url}/api/v1${image.path}`);
  const bytes = Buffer.from(await file.arrayBuffer());
  done.push(must(file.ok && bytes.equals(image.bytes), `its image has the same ${bytes.length} bytes`));

  const judged = await submit(learner, long.id, long.solution);
  done.push(must(judged.verdict === 'accepted', 'an exercise whose script is in R2 is solved'));

  const published = await publishCapsule(author, later.capsule);
  done.push(must(published.ok, `"${later.capsule.title}" is proven and published`));
  const found = published.ok && (await search(later.capsule.title)).includes(published.id);
  done.push(must(found, 'and found by search: triggers work'));
  return done;
}
