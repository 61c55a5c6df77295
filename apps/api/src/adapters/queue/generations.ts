import type { GenerationOrder, GenerationQueue } from '../../ports/generation.ts';

/** {@link GenerationQueue} on a queue. */
export function queueGenerations(queue: Queue<GenerationOrder>): GenerationQueue {
  return {
    async send(order, delaySeconds) {
      await queue.send(order, delaySeconds === undefined ? {} : { delaySeconds });
    },
  };
}
