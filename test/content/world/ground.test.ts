import { expect, test } from 'vitest';
import { ISLAND_GROUND } from '#content/world/ground.ts';
import { GATE_SPOTS, PEDESTAL_SPOTS, SPAWN_SPOTS } from '#content/world/island.ts';
import { OBSTACLES } from '#content/world/obstacles.ts';
import { FEEL } from '#shared/physics/feel.ts';
import { encodeInput } from '#shared/physics/input.ts';
import { placeStroller, type Stroller, stroll } from '#shared/physics/stroll.ts';
import { nearestHeading } from '#shared/physics/turns.ts';

function towards(who: Stroller, x: number, z: number, jump = false): number {
  return encodeInput({ heading: nearestHeading(x - who.x, z - who.z), gait: 'run', jump });
}

test('nobody ever stands inside an obstacle, whatever the keys', () => {
  for (const [index, spot] of SPAWN_SPOTS.entries()) {
    const who = placeStroller(spot.x, spot.z, spot.yaw, ISLAND_GROUND);
    for (let step = 0; step < 600; step++) {
      const target = OBSTACLES[(index * 37 + (step >> 5) * 11) % OBSTACLES.length];
      stroll(who, towards(who, target?.x ?? 0, target?.z ?? 0, step % 17 < 3), ISLAND_GROUND);
      const out = { x: 0, z: 0 };
      const bottom = who.y + FEEL.stepHeight + 1e-4;
      if (!ISLAND_GROUND.pushOut(who.x, who.z, FEEL.radius - 0.12, bottom, who.y + 1.6, out)) continue;
      throw new Error(`It stands in an obstacle at ${who.x}, ${who.y}, ${who.z}.`);
    }
  }
});

test('a pedestal stops a runner, and a jump lands on its top', () => {
  const spot = PEDESTAL_SPOTS[0];
  if (spot === undefined) throw new Error('There is no pedestal.');
  const who = placeStroller(spot.x, spot.z + 3, 0, ISLAND_GROUND);
  const ground = who.y;
  for (let step = 0; step < 30; step++) stroll(who, towards(who, spot.x, spot.z), ISLAND_GROUND);
  expect(Math.hypot(who.x - spot.x, who.z - spot.z)).toBeGreaterThan(0.85);
  expect(who.y).toBe(ground);
  for (let step = 0; step < 5; step++)
    stroll(who, encodeInput({ heading: 16, gait: 'run', jump: false }), ISLAND_GROUND);
  for (let step = 0; step < 6; step++) stroll(who, 0, ISLAND_GROUND);
  let there = false;
  for (let step = 0; step < 30; step++) {
    there ||= Math.hypot(who.x - spot.x, who.z - spot.z) < 0.8;
    stroll(who, there ? 0 : towards(who, spot.x, spot.z, step > 1), ISLAND_GROUND);
  }
  expect(who.y - ground).toBeCloseTo(1.05, 2);
});

test('one walks up the steps of every gate and stands in its middle', () => {
  for (const spot of GATE_SPOTS) {
    const away = { x: spot.x - Math.sin(spot.yaw) * 5, z: spot.z - Math.cos(spot.yaw) * 5 };
    const who = placeStroller(away.x, away.z, 0, ISLAND_GROUND);
    for (let step = 0; step < 60 && Math.hypot(who.x - spot.x, who.z - spot.z) > 0.4; step++)
      stroll(who, towards(who, spot.x, spot.z), ISLAND_GROUND);
    expect(Math.hypot(who.x - spot.x, who.z - spot.z)).toBeLessThan(0.5);
    expect(who.y).toBeCloseTo(ISLAND_GROUND.supportAt(spot.x, spot.z, 0), 1);
  }
});
