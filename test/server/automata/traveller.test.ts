import { expect, test } from 'vitest';
import { FOUNDERS } from '#content/world/automata.ts';
import { LANDMARK_SPOTS, PLINTH } from '#content/world/frontier.ts';
import { ISLAND_GROUND } from '#content/world/ground.ts';
import { FRAME_SPOTS, GATE_SPOTS, PEDESTAL_SPOTS, SPAWN_SPOTS, type Spot } from '#content/world/island.ts';
import { beforeSpot } from '#content/world/ways.ts';
import { Traveller } from '#server/automata/traveller.ts';
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

test('every landmark is reached from where people appear, and its plinth is walked around', () => {
  const [spawn] = SPAWN_SPOTS;
  const traveller = new Traveller(placeStroller(spawn?.x ?? 0, spawn?.z ?? 0, 0, ISLAND_GROUND), ISLAND_GROUND);
  for (const { x, z, yaw } of LANDMARK_SPOTS)
    for (const side of [-1, 0, 1]) {
      const turn = yaw + side * 1.4;
      const at = { x: x - Math.sin(turn) * (PLINTH.radius + 1), z: z - Math.cos(turn) * (PLINTH.radius + 1) };
      void traveller.goTo(at, yaw + Math.PI);
      let steps = 0;
      while (traveller.step() && steps < MINUTES) steps++;
      expect(Math.hypot(traveller.who.x - at.x, traveller.who.z - at.z), `to ${at.x}, ${at.z}`).toBeLessThan(0.7);
    }
});

test('every gate of the frontier is less than 25 seconds from where people appear', () => {
  const [spawn] = SPAWN_SPOTS;
  for (const spot of GATE_SPOTS.slice(8, 16)) {
    const traveller = new Traveller(placeStroller(spawn?.x ?? 0, spawn?.z ?? 0, 0, ISLAND_GROUND), ISLAND_GROUND);
    void traveller.goTo(beforeSpot(spot).at, 0);
    let steps = 0;
    while (traveller.step() && steps < MINUTES) steps++;
    expect(steps / 20, `to ${spot.x}, ${spot.z}`).toBeLessThan(25);
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
