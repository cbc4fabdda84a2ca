import { expect, test } from 'vitest';
import { FOUNDERS } from '#content/world/automata.ts';
import { ISLAND_GROUND } from '#content/world/ground.ts';
import { FRAME_SPOTS, GATE_SPOTS, PEDESTAL_SPOTS, type Spot } from '#content/world/island.ts';
import { beforeSpot } from '#server/automata/bodies.ts';
import { Traveller } from '#server/automata/traveller.ts';
import { wayTo } from '#server/automata/ways.ts';
import { placeStroller } from '#shared/physics/stroll.ts';

const MINUTES = 3 * 60 * 20;

function walkTo(traveller: Traveller, spot: Spot): { away: number; steps: number } {
  const { at, yaw } = beforeSpot(spot);
  void traveller.goTo(at, yaw);
  let steps = 0;
  while (traveller.step() && steps < MINUTES) steps++;
  return { away: Math.hypot(traveller.who.x - at.x, traveller.who.z - at.z), steps };
}

test('every gate, frame and pedestal of the island is reached from every home, and faced', () => {
  for (const { home } of FOUNDERS) {
    const traveller = new Traveller(placeStroller(home.x, home.z, home.yaw, ISLAND_GROUND), ISLAND_GROUND);
    for (const spot of [...GATE_SPOTS, ...FRAME_SPOTS, ...PEDESTAL_SPOTS]) {
      const { away, steps } = walkTo(traveller, spot);
      expect(away, `to ${spot.x}, ${spot.z}`).toBeLessThan(0.7);
      expect(steps).toBeLessThan(MINUTES);
      const off = traveller.who.yaw - spot.yaw - Math.PI;
      expect(Math.cos(off)).toBeGreaterThan(0.999);
    }
  }
});

test('a body that stands still costs no steps, and stopping resolves the walk', async () => {
  const traveller = new Traveller(placeStroller(0, 7, 0, ISLAND_GROUND), ISLAND_GROUND);
  expect(traveller.step()).toBe(false);
  const walk = traveller.goTo({ x: 0, z: 80 }, 0);
  expect(traveller.walking).toBe(true);
  traveller.step();
  traveller.stop();
  await walk;
  expect(traveller.walking).toBe(false);
});

test('a way ends at its goal and goes out along the avenues', () => {
  const way = wayTo({ x: 0, z: -7 }, { x: 7.6, z: 100 });
  expect(way.at(-1)).toEqual({ x: 7.6, z: 100 });
  expect(way.length).toBeGreaterThan(5);
  expect(wayTo({ x: 1, z: 7 }, { x: 2, z: 8 })).toEqual([{ x: 2, z: 8 }]);
});
