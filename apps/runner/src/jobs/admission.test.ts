import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Admission, Overloaded } from './admission.ts';

const never = new AbortController().signal;
const one = { caller: 'a', signal: never };

/** Work that ends when told to. */
function task() {
  const { promise, resolve } = Promise.withResolvers<string>();
  let started = false;
  return {
    end: () => resolve('done'),
    started: () => started,
    work: () => {
      started = true;
      return promise;
    },
  };
}

const soon = () => new Promise(resolve => setTimeout(resolve, 0));

describe('admission', () => {
  test('no more run at once than allowed, and the rest in order', async () => {
    const admission = new Admission({ concurrency: 2, queueLength: 10, callerQueueLength: 10 });
    const tasks = [task(), task(), task(), task()];
    const all = tasks.map(({ work }) => admission.run(one, work));
    await soon();
    expect(tasks.map(one => one.started())).toEqual([true, true, false, false]);
    tasks[1]?.end();
    await soon();
    expect(tasks.map(one => one.started())).toEqual([true, true, true, false]);
    for (const one of tasks) one.end();
    expect(await Promise.all(all)).toEqual(['done', 'done', 'done', 'done']);
  });

  test('beyond the queue the answer is immediate', async () => {
    const admission = new Admission({ concurrency: 1, queueLength: 1, callerQueueLength: 1 });
    const [first, second] = [task(), task()];
    const running = [admission.run(one, first.work), admission.run(one, second.work)];
    await expect(admission.run(one, task().work)).rejects.toThrow(Overloaded);
    first.end();
    second.end();
    await Promise.all(running);
    await expect(admission.run(one, async () => 1)).resolves.toBe(1);
  });

  test('one that leaves the queue is never started and frees its place', async () => {
    const admission = new Admission({ concurrency: 1, queueLength: 1, callerQueueLength: 1 });
    const [first, left] = [task(), task()];
    const controller = new AbortController();
    const running = admission.run(one, first.work);
    const leaving = admission.run({ caller: 'a', signal: controller.signal }, left.work);
    controller.abort(new Error('gone'));
    await expect(leaving).rejects.toThrow('gone');
    const next = admission.run(one, async () => 'next');
    first.end();
    expect(await Promise.all([running, next])).toEqual(['done', 'next']);
    expect(left.started()).toBe(false);
  });

  test('only a free place can be borrowed, and it comes back to those who wait', async () => {
    const admission = new Admission({ concurrency: 2, queueLength: 5, callerQueueLength: 5 });
    const [first, second] = [task(), task()];
    const running = [admission.run(one, first.work)];
    const giveBack = admission.borrow();
    expect(giveBack).not.toBe(null);
    expect(admission.borrow()).toBe(null);
    running.push(admission.run(one, second.work));
    await soon();
    expect(second.started()).toBe(false);
    giveBack?.();
    await soon();
    expect(second.started()).toBe(true);
    first.end();
    second.end();
    await Promise.all(running);
  });

  test('work that fails frees its place too, and idle waits for all', async () => {
    const admission = new Admission({ concurrency: 1, queueLength: 5, callerQueueLength: 5 });
    const failing = admission.run(one, () => Promise.reject(new Error('failed')));
    const last = task();
    const lasting = admission.run(one, last.work);
    await expect(failing).rejects.toThrow('failed');
    let idle = false;
    const waiting = admission.idle().then(() => {
      idle = true;
    });
    await soon();
    expect(idle).toBe(false);
    last.end();
    await Promise.all([lasting, waiting]);
    expect(idle).toBe(true);
  });

  describe('between callers', () => {
    const asker = (caller: string) => ({ caller, signal: never });

    /** Lets each of `callers` ask once, in this order, behind one that runs; returns the order they ran in. */
    async function orderOf(callers: string[]): Promise<string[]> {
      const admission = new Admission({ concurrency: 1, queueLength: 100, callerQueueLength: 100 });
      const first = task();
      const order: string[] = [];
      const counts = new Map<string, number>();
      const all = [admission.run(asker('first'), first.work)];
      for (const caller of callers) {
        const nth = (counts.get(caller) ?? 0) + 1;
        counts.set(caller, nth);
        all.push(admission.run(asker(caller), async () => `${order.push(`${caller}${nth}`)}`));
      }
      first.end();
      await Promise.all(all);
      return order;
    }

    test('turns are taken, each in its own order', async () => {
      expect(await orderOf(['a', 'a', 'a', 'b', 'c', 'b'])).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
    });

    test('whoever asks, all are served, in order, and none twice before another that waits', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 }), async callers => {
          const order = await orderOf(callers);
          expect(order).toHaveLength(callers.length);
          for (const caller of new Set(callers)) {
            const own = order.filter(name => name.startsWith(caller));
            expect(own).toEqual(own.map((_, i) => `${caller}${i + 1}`));
          }
          // Turn n of every caller comes before turn n + 1 of any.
          const turns = order.map(name => Number(name.slice(1)));
          expect(turns).toEqual(turns.toSorted((a, b) => a - b));
        }),
      );
    });

    test('one cannot fill the queue: beyond its share it is turned away, and others are not', async () => {
      const admission = new Admission({ concurrency: 1, queueLength: 3, callerQueueLength: 2 });
      const tasks = [task(), task(), task(), task()];
      const all = tasks.slice(0, 3).map(({ work }) => admission.run(asker('a'), work));
      await expect(admission.run(asker('a'), task().work)).rejects.toThrow(Overloaded);
      all.push(admission.run(asker('b'), tasks[3]?.work ?? task().work));
      await expect(admission.run(asker('c'), task().work)).rejects.toThrow(Overloaded);
      for (const { end } of tasks) end();
      await Promise.all(all);
      expect(admission.waiting).toBe(0);
    });

    test('a place in the share is free again when its request leaves', async () => {
      const admission = new Admission({ concurrency: 1, queueLength: 2, callerQueueLength: 1 });
      const first = task();
      const running = admission.run(asker('a'), first.work);
      const controller = new AbortController();
      const leaving = admission.run({ caller: 'a', signal: controller.signal }, task().work);
      controller.abort(new Error('gone'));
      await expect(leaving).rejects.toThrow('gone');
      const next = admission.run(asker('a'), async () => 'next');
      first.end();
      expect(await Promise.all([running, next])).toEqual(['done', 'next']);
    });
  });
});
