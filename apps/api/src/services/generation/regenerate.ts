import { isRegenerable } from '@devcapsules/generation/pipeline/regenerate';
import type { Part } from '@devcapsules/generation/prompts/regenerate';
import { AppError } from '../../errors/app-error.ts';
import type { User } from '../../ports/actor.ts';
import { requireOwn } from '../capsule/access.ts';
import { refersToBlobs } from '../content/blobs.ts';
import { type StartDeps, type StartedGeneration, start } from './request.ts';

/** More than this is no exercise that a model can look over. */
const MAX_DOCUMENT_CHARS = 60_000;

export interface StartedRegeneration extends StartedGeneration {
  /** Without a model the bank makes another exercise of the same family. */
  replaces: 'part' | 'whole';
}

/**
 * Starts to write one part of a draft anew; what comes of it is the draft's next version, with its proof.
 * @throws AppError UNAUTHENTICATED | NOT_FOUND | VERSION_CONFLICT | NOT_REGENERABLE, and as startGeneration does
 */
export async function startRegeneration(
  { deps, actor }: { deps: StartDeps; actor: User },
  { id, expectedVersion, part }: { id: string; expectedVersion: number; part: Part },
  idempotencyKey: string | undefined,
): Promise<StartedRegeneration> {
  const { content, version } = await requireOwn(deps.capsules, actor, id);
  if (version !== expectedVersion) throw new AppError('VERSION_CONFLICT');
  const familyId = await deps.generationLog.familyOf(id);
  const canBe = deps.model
    ? isRegenerable(content) &&
      !refersToBlobs(content) &&
      JSON.stringify(content).length <= MAX_DOCUMENT_CHARS
    : familyId !== null;
  if (!canBe) throw new AppError('NOT_REGENERABLE');
  const { language, difficulty } = content;
  const prompt = `The ${part} of ${id}, version ${version}, anew`;
  const revision = { capsuleId: id, version, part, familyId: deps.model ? null : familyId };
  const task = { request: { prompt, language, difficulty }, revision };
  const started = await start({ deps, actor }, task, idempotencyKey);
  return { ...started, replaces: deps.model ? 'part' : 'whole' };
}
