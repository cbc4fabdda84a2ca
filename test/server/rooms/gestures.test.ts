/** Gestures in a seat: short ones pass, lasting ones end with the first step, and nobody claims the room's own one. */
import { expect, test } from 'vitest';
import { ISLAND_GROUND } from '#content/world/ground.ts';
import type { InputQueue } from '#server/rooms/pace.ts';
import { Seat } from '#server/rooms/seat.ts';
import { parseAddress } from '#shared/base/ids.ts';
import { encodeInput } from '#shared/physics/input.ts';
import { placeStroller } from '#shared/physics/stroll.ts';
import { ASKABLE, GESTURE_TICKS, GESTURES, gestureNumber, gestureOf, isAskable } from '#shared/protocol/gestures.ts';

const RUN = encodeInput({ heading: 0, gait: 'run', jump: false });

function seated() {
  const person = { kind: 'person', address: parseAddress(`0x${'1'.repeat(40)}`), name: 'Ada', host: false } as const;
  return new Seat('one', person, placeStroller(0, 10, 0, ISLAND_GROUND));
}

function pressing(byte: number, times: number): InputQueue {
  let left = times;
  return {
    get size() {
      return left;
    },
    consumedCount: 0,
    next: () => (left-- > 0 ? { keys: byte } : undefined),
  };
}

function shown(seat: Seat): string {
  return gestureOf(seat.avatar.emote);
}

test.each(ASKABLE)('%s lasts as long as the table says, and no longer', (gesture) => {
  const seat = seated();
  const ticks = GESTURE_TICKS[gesture];
  seat.gesture(gestureNumber(gesture));
  for (let tick = 0; tick < (ticks ?? 400) - 1; tick++) seat.tick(pressing(0, 0), ISLAND_GROUND);
  expect(shown(seat)).toBe(gesture);
  // One step more ends a short one; a lasting one ends when the body moves.
  for (let tick = 0; tick < 3; tick++) seat.tick(pressing(ticks === null ? RUN : 0, 1), ISLAND_GROUND);
  expect(shown(seat)).toBe('none');
});

test('only what is offered can be asked for, and 0 ends what is shown', () => {
  const asked = GESTURES.map((_, number) => number).filter(isAskable);
  expect(asked.map(gestureOf)).toEqual([
    'none',
    ...GESTURES.filter((gesture) => gesture !== 'none' && gesture !== 'away'),
  ]);
  expect([-1, 7, 0.5, Number.NaN].some(isAskable)).toBe(false);
  const seat = seated();
  seat.gesture(gestureNumber('away'));
  expect(shown(seat)).toBe('none');
  seat.gesture(gestureNumber('dance'));
  seat.gesture(0);
  expect(shown(seat)).toBe('none');
});
