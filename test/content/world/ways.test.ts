import { expect, test } from 'vitest';
import { ISLAND_GROUND } from '#content/world/ground.ts';
import { FRAME_SPOTS, GATE_REACH, GATE_SPOTS, PEDESTAL_SPOTS, SPAWN_SPOTS } from '#content/world/island.ts';
import { Wayfarer } from '#content/world/wayfarer.ts';
import { beforeSpot, type Point, wayTo } from '#content/world/ways.ts';
import { ATELIER_PLOTS } from '#content/world/workshops.ts';
import { IDLE } from '#shared/physics/input.ts';
import { placeStroller, STROLL_HZ, stroll } from '#shared/physics/stroll.ts';

const MOST_STEPS = 90 * STROLL_HZ;

/** How far from the goal a body stands that walked there from (x, z) by the step of the shared world. */
function walk(from: Point, way: readonly Point[]): number {
  const who = placeStroller(from.x, from.z, 0, ISLAND_GROUND);
  const wayfarer = new Wayfarer(way);
  let steps = 0;
  do stroll(who, wayfarer.byte(who), ISLAND_GROUND);
  while (wayfarer.state === 'walking' && steps++ < MOST_STEPS);
  const goal = way.at(-1) ?? from;
  return Math.hypot(who.x - goal.x, who.z - goal.z);
}

test('from wherever people appear one walks before every picture, sculpture and atelier', () => {
  for (const spawn of SPAWN_SPOTS)
    for (const spot of [...FRAME_SPOTS, ...PEDESTAL_SPOTS, ...ATELIER_PLOTS]) {
      const { at } = beforeSpot(spot);
      expect(walk(spawn, wayTo(spawn, at)), `from ${spawn.x} to ${spot.x}, ${spot.z}`).toBeLessThan(0.7);
    }
});

test('from wherever people appear one walks into every gate, by its front', () => {
  for (const spawn of SPAWN_SPOTS)
    for (const spot of GATE_SPOTS) {
      const way = [...wayTo(spawn, beforeSpot(spot).at), spot];
      expect(walk(spawn, way), `from ${spawn.x} to ${spot.x}, ${spot.z}`).toBeLessThan(GATE_REACH);
    }
});

test('a way ends at its goal and goes out along the avenues', () => {
  const way = wayTo({ x: 0, z: -7 }, { x: 7.6, z: 100 });
  expect(way.at(-1)).toEqual({ x: 7.6, z: 100 });
  expect(way.length).toBeGreaterThan(5);
  expect(wayTo({ x: 1, z: 7 }, { x: 2, z: 8 })).toEqual([{ x: 2, z: 8 }]);
});

test('who has set out already is not led back to the point behind them', () => {
  const on = { x: 0.3, z: 24 };
  const [first] = wayTo(on, { x: 0, z: 98 });
  expect(first).toEqual({ x: 0, z: 30 });
  expect(wayTo({ x: 0.3, z: 19 }, { x: 0, z: 98 })[0]).toEqual({ x: 0, z: 30 });
});

test('who cannot get there gives up and presses nothing any more', () => {
  const wayfarer = new Wayfarer([{ x: 0, z: 40 }]);
  const at = { x: 0, z: 0 };
  const first = wayfarer.byte(at);
  expect(first).not.toBe(IDLE);
  let last = first;
  for (let step = 0; step < 400; step++) last = wayfarer.byte(at);
  expect([wayfarer.state, last]).toEqual(['stuck', IDLE]);
});
