import type { Deps } from '../../deps.ts';
import { AppError } from '../../errors/app-error.ts';
import type { CourseItem } from '../../ports/courses.ts';

/**
 * Whether items can stand as they do: each capsule once, the author's own or published, and gates that name earlier
 * items, so that no gate can wait for itself. What was in the course before may stay, whatever became of it.
 * @throws AppError VALIDATION_FAILED with each problem and its path
 */
export async function checkItems(
  { deps }: { deps: Pick<Deps, 'courses'> },
  { items, userId, before = [] }: { items: CourseItem[]; userId: string; before?: CourseItem[] },
): Promise<void> {
  const known = await deps.courses.capsulesOf(items.map(({ capsuleId }) => capsuleId));
  const kept = new Set(before.map(({ capsuleId }) => capsuleId));
  const earlier = new Set<string>();
  const details: { path: string; message: string }[] = [];
  for (const [index, { capsuleId, requires }] of items.entries()) {
    const capsule = known.get(capsuleId);
    const mayStand = kept.has(capsuleId) || capsule?.isPublished || capsule?.creatorId === userId;
    const path = `items.${index}.capsuleId`;
    if (!mayStand) details.push({ path, message: 'is no capsule of yours and no published one' });
    if (earlier.has(capsuleId)) details.push({ path, message: 'is in the course already' });
    for (const [i, required] of requires.entries()) {
      if (earlier.has(required)) continue;
      details.push({
        path: `items.${index}.requires.${i}`,
        message: 'must be the capsule of an earlier item',
      });
    }
    earlier.add(capsuleId);
  }
  if (details.length > 0) throw new AppError('VALIDATION_FAILED', { details });
}
