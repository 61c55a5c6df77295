import { describe, expect, test } from 'vitest';
import { Admission, Overloaded } from './admission.ts';

const never = new AbortController().signal;

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
    const admission = new Admission(2, 10);
    const tasks = [task(), task(), task(), task()];
    const all = tasks.map(one => admission.run(never, one.work));
    await soon();
    expect(tasks.map(one => one.started())).toEqual([true, true, false, false]);
    tasks[1]?.end();
    await soon();
    expect(tasks.map(one => one.started())).toEqual([true, true, true, false]);
    for (const one of tasks) one.end();
    expect(await Promise.all(all)).toEqual(['done', 'done', 'done', 'done']);
  });

  test('beyond the queue the answer is immediate', async () => {
    const admission = new Admission(1, 1);
    const [first, second] = [task(), task()];
    const running = [admission.run(never, first.work), admission.run(never, second.work)];
    await expect(admission.run(never, task().work)).rejects.toThrow(Overloaded);
    first.end();
    second.end();
    await Promise.all(running);
    await expect(admission.run(never, async () => 1)).resolves.toBe(1);
  });

  test('one that leaves the queue is never started and frees its place', async () => {
    const admission = new Admission(1, 1);
    const [first, left] = [task(), task()];
    const controller = new AbortController();
    const running = admission.run(never, first.work);
    const leaving = admission.run(controller.signal, left.work);
    controller.abort(new Error('gone'));
    await expect(leaving).rejects.toThrow('gone');
    const next = admission.run(never, async () => 'next');
    first.end();
    expect(await Promise.all([running, next])).toEqual(['done', 'next']);
    expect(left.started()).toBe(false);
  });

  test('only a free place can be borrowed, and it comes back to those who wait', async () => {
    const admission = new Admission(2, 5);
    const [first, second] = [task(), task()];
    const running = [admission.run(never, first.work)];
    const giveBack = admission.borrow();
    expect(giveBack).not.toBe(null);
    expect(admission.borrow()).toBe(null);
    running.push(admission.run(never, second.work));
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
    const admission = new Admission(1, 5);
    const failing = admission.run(never, () => Promise.reject(new Error('failed')));
    const last = task();
    const lasting = admission.run(never, last.work);
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
});
