import type { Memory } from '@devcapsules/capsule/proof/proof';
import type { CallCost } from '@devcapsules/generation/model';
import { generate } from '@devcapsules/generation/pipeline/generate';
import type { GenerationContext, Outcome } from '@devcapsules/generation/pipeline/hold';
import { regenerate } from '@devcapsules/generation/pipeline/regenerate';
import type { GenerationRequest } from '@devcapsules/generation/request';
import type { Deps } from '../../deps.ts';
import { AppError } from '../../errors/app-error.ts';
import type { GenerationOrder } from '../../ports/generation.ts';
import { callerOf } from '../execution/caller.ts';

export type WorkDeps = Pick<
  Deps,
  'capsules' | 'generationJobs' | 'model' | 'bank' | 'executorFor' | 'makeMutants' | 'runtime' | 'config'
>;

/** The job was cancelled, or another attempt at it has begun. */
export class Over extends Error {}

/** One attempt at a job: what it has paid so far stays known when it fails. */
export class Work {
  readonly #deps: WorkDeps;
  readonly #order: GenerationOrder;
  readonly #attempt: number;
  readonly #stop = new AbortController();
  readonly #before: readonly CallCost[];
  /** All that was paid for. */
  costs: CallCost[];
  repairs = 0;

  /** @param before what was paid for already */
  constructor(deps: WorkDeps, order: GenerationOrder, attempt: number, before: readonly CallCost[]) {
    this.#before = before;
    this.costs = [...before];
    this.#deps = deps;
    this.#order = order;
    this.#attempt = attempt;
  }

  /**
   * Goes on where earlier attempts ended.
   * @throws Over when the job is; ModelError and AppError as the pipeline does
   */
  async run(): Promise<Outcome> {
    const { model, bank, executorFor, makeMutants, runtime, config, generationJobs, capsules } = this.#deps;
    const { jobId, userId, request, revision, seed, author } = this.#order;
    // A lost object is a failure like any other: the message comes again, and the memory is still there.
    generationJobs.whenOver(jobId, this.#attempt).then(
      () => this.#stop.abort(new Over()),
      error => this.#stop.abort(error),
    );
    const context: GenerationContext = {
      model: author === 'model' ? model : null,
      bank: bank(),
      seed,
      executor: executorFor(await callerOf(config.authSecret, userId)),
      makeMutants,
      newToken: runtime.newId,
      now: () => runtime.now().getTime(),
      memory: this.#memory(),
      signal: this.#stop.signal,
      onStage: async (stage, detail) => {
        this.repairs = detail?.repair ?? this.repairs;
        await this.#tell({ stage, repairs: this.repairs });
      },
      onCosts: async costs => {
        this.costs = [...this.#before, ...costs];
        await this.#tell({ costs: this.costs });
      },
    };
    if (!revision) return generate(request, context);
    const { capsuleId, version, part, familyId } = revision;
    if (author === 'bank') {
      const { bank: all } = context;
      const again = { ...all, write: (asked: GenerationRequest) => all.again(familyId ?? '', asked, seed) };
      return generate(request, { ...context, bank: again });
    }
    const before = await capsules.findVersion(capsuleId, version);
    if (!before) throw new AppError('NOT_FOUND');
    return regenerate(before.content, part, context);
  }

  async #tell(change: Parameters<WorkDeps['generationJobs']['tell']>[2]): Promise<void> {
    this.#mayGoOn(await this.#deps.generationJobs.tell(this.#order.jobId, this.#attempt, change));
  }

  #mayGoOn(answer: boolean): void {
    if (answer) return;
    const over = new Over();
    this.#stop.abort(over);
    throw over;
  }

  #memory(): Memory {
    const { generationJobs } = this.#deps;
    const { jobId } = this.#order;
    return {
      get: key => generationJobs.recall(jobId, key),
      set: async (key, value) =>
        this.#mayGoOn(await generationJobs.remember(jobId, this.#attempt, key, value)),
    };
  }
}
