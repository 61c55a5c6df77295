import type { Deps } from '../../deps.ts';
import { AppError } from '../../errors/app-error.ts';
import type { Actor } from '../../ports/actor.ts';
import type { Job } from '../../ports/jobs.ts';
import type { RegradeLine } from '../../ports/submissions.ts';
import { requireOwn } from './access.ts';

interface Scope {
  deps: Pick<Deps, 'capsules' | 'submissions' | 'regradeJobs' | 'runtime'>;
  actor: Actor;
}

export interface RegradeView {
  /** Null when none was ever started. */
  job: Job | null;
  /** Learners whose newest submission was judged by another version than the published one. */
  outdated: number;
  /** What the preview would change; empty without one. */
  changes: RegradeLine[];
}

/** Tries the published version's tests on what was handed in before. @throws AppError UNAUTHENTICATED | NOT_FOUND | NOT_PUBLISHED */
export async function startRegrade({ deps, actor }: Scope, id: string): Promise<Job> {
  const { version, content } = await published({ deps, actor }, id);
  return deps.regradeJobs.start(id, { capsuleId: id, version, content }, `version ${version}`);
}

/** What a regrade would change, or how far its preview is. @throws AppError UNAUTHENTICATED | NOT_FOUND | NOT_PUBLISHED */
export async function previewRegrade({ deps, actor }: Scope, id: string): Promise<RegradeView> {
  const { version } = await published({ deps, actor }, id);
  const [job, outdated, changes] = await Promise.all([
    deps.regradeJobs.find(id),
    deps.submissions.outdated(id, version),
    deps.submissions.listChanges(id),
  ]);
  return { job, outdated: outdated.length, changes };
}

/** Gives learners the previewed grades. @throws AppError UNAUTHENTICATED | NOT_FOUND | NOT_PUBLISHED */
export async function applyRegrade({ deps, actor }: Scope, id: string): Promise<{ changed: number }> {
  await published({ deps, actor }, id);
  const changes = await deps.submissions.listChanges(id);
  await deps.submissions.applyChanges(id, deps.runtime.now().toISOString());
  return { changed: changes.length };
}

/** Leaves all grades as they are: ends a running preview and forgets a finished one. @throws AppError UNAUTHENTICATED | NOT_FOUND */
export async function leaveRegrade({ deps, actor }: Scope, id: string): Promise<void> {
  await requireOwn(deps.capsules, actor, id);
  await deps.regradeJobs.cancel(id);
  await deps.submissions.dropChanges(id);
}

async function published({ deps, actor }: Scope, id: string) {
  const capsule = await requireOwn(deps.capsules, actor, id);
  if (capsule.publishedVersion === null) throw new AppError('NOT_PUBLISHED');
  const version = await deps.capsules.findVersion(id, capsule.publishedVersion);
  if (!version) throw new AppError('NOT_FOUND');
  return version;
}
