import { expect, test } from 'vitest';
import { type InputQueue, Pace } from '#server/rooms/pace.ts';

/** A queue of one client that gives inputs numbered from 1. */
class Queue implements InputQueue {
  size = 0;
  consumedCount = 0;
  next() {
    if (this.size === 0) return undefined;
    this.size--;
    this.consumedCount++;
    return { keys: this.consumedCount };
  }
}

/** Plays ticks in which so many inputs arrive each; answers steps a tick and how often the client was too fast. */
function play(arriving: readonly number[]) {
  const pace = new Pace();
  const queue = new Queue();
  let tooFast = 0;
  const steps = arriving.map((count) => {
    queue.size += count;
    const taken = pace.take(queue, () => undefined);
    if (pace.isTooFast()) tooFast++;
    return taken;
  });
  return { steps, tooFast, left: queue.size };
}

test('what a line held back for a second is used up within half a second, four steps a tick', () => {
  const steady = Array<number>(100).fill(1);
  const { steps, tooFast, left } = play([...steady, ...Array<number>(20).fill(0), 20, ...Array<number>(10).fill(1)]);
  expect(Math.max(...steps)).toBe(4);
  expect(left).toBe(0);
  expect(tooFast).toBe(0);
});

test('nobody walks faster than time passes, and a client that tries is counted', () => {
  const { steps, tooFast } = play(Array<number>(600).fill(3));
  const all = steps.reduce((sum, taken) => sum + taken, 0);
  expect(all).toBeLessThanOrEqual(600 * 1.02 + 20);
  expect(tooFast).toBeGreaterThan(50);
});

test('a line that stood still for six seconds and gives all at once is no cheat, nor is a clock that runs a little fast', () => {
  expect(play([...Array<number>(200).fill(1), ...Array<number>(120).fill(0), 120]).tooFast).toBe(0);
  expect(play(Array.from({ length: 2_000 }, (_, tick) => (tick % 60 === 0 ? 2 : 1))).tooFast).toBe(0);
});
