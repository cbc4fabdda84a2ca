/** The playhead: plays, waits for what is not known yet, stops at the end, steps by whole ticks. */
import { expect, test } from 'vitest';
import { Playhead } from '#client/watch/playhead.ts';

test('it goes on at the speed that is chosen and stops at the end, and plays again from the start', () => {
  const head = new Playhead(60, 100);
  head.advance(1, 100);
  expect(head.at).toBe(0);
  head.play();
  head.advance(0.5, 100);
  expect(head.at).toBe(30);
  head.speed = 0.25;
  head.advance(0.1, 100);
  expect(head.at).toBeCloseTo(31.5);
  expect([head.tick, head.fraction]).toEqual([32, expect.closeTo(0.5)]);
  head.speed = 4;
  head.advance(1, 100);
  expect([head.at, head.playing, head.ended]).toEqual([100, false, true]);
  head.toggle();
  expect([head.at, head.playing]).toEqual([0, true]);
});

test('it waits where it is not known yet how things go on, and goes on when they are', () => {
  const head = new Playhead(60, 1_000);
  head.play();
  head.advance(1, 20);
  expect([head.at, head.playing]).toEqual([20, true]);
  head.advance(1, 20);
  expect(head.at).toBe(20);
  head.advance(1, 500);
  expect(head.at).toBe(80);
});

test('a step is one whole tick and stops the play; a pause rests on a tick', () => {
  const head = new Playhead(60, 100);
  head.play();
  head.advance(0.11, 100);
  head.pause();
  expect([head.at, head.playing]).toEqual([7, false]);
  head.play();
  head.step(-1);
  expect([head.at, head.playing]).toEqual([6, false]);
  head.step(-10);
  expect(head.at).toBe(0);
  head.seek(1_000);
  head.step(1);
  expect(head.at).toBe(100);
});

test('when the end turns out nearer, it stands there', () => {
  const head = new Playhead(60, 3_600);
  head.seek(300);
  head.reaches(280);
  expect([head.at, head.length, head.ended]).toEqual([280, 280, true]);
});
