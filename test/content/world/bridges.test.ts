/** Bridges: from level ground to level ground, both ways at a run, under jumps, and free for those who swim below. */
import { describe, expect, it } from 'vitest';
import { BRIDGES, type Bridge, bridgeLength, deckAt } from '#content/world/bridges.ts';
import { ISLAND_GROUND } from '#content/world/ground.ts';
import { PLAZA_HEIGHT, SEA_LEVEL } from '#content/world/island.ts';
import { heightAt, landAt } from '#content/world/terrain.ts';
import { FEEL } from '#shared/physics/feel.ts';
import { encodeInput } from '#shared/physics/input.ts';
import { placeStroller, type Stroller, SWIM_DEPTH, stroll } from '#shared/physics/stroll.ts';
import { nearestHeading } from '#shared/physics/turns.ts';

const place = ({ from, to }: Bridge, t: number) => ({
  x: from[0] + (to[0] - from[0]) * t,
  z: from[1] + (to[1] - from[1]) * t,
});

function run(who: Stroller, to: { x: number; z: number }, jump: boolean): void {
  const heading = nearestHeading(to.x - who.x, to.z - who.z);
  stroll(who, encodeInput({ heading, gait: 'run', jump }), ISLAND_GROUND);
}

describe.each(BRIDGES)('the bridge from $from to $to', (bridge) => {
  it('begins and ends flush with level ground and spans deep water', () => {
    for (const t of [0, 1]) {
      const { x, z } = place(bridge, t);
      expect(landAt(x, z)).toBe(PLAZA_HEIGHT);
      expect(deckAt(x, z)).toBeCloseTo(PLAZA_HEIGHT, 9);
    }
    const { x, z } = place(bridge, 0.5);
    expect(landAt(x, z)).toBeLessThan(SEA_LEVEL - SWIM_DEPTH);
  });

  it.each([false, true])('is run over both ways (jumping: %s) without a stop or a wet foot', (jumping) => {
    for (const [start, end] of [
      [-0.05, 1.05],
      [1.05, -0.05],
    ] as const) {
      const from = place(bridge, start);
      const to = place(bridge, end);
      const who = placeStroller(from.x, from.z, 0, ISLAND_GROUND);
      let steps = 0;
      for (; Math.hypot(to.x - who.x, to.z - who.z) > 0.6 && steps < 400; steps++) {
        run(who, to, jumping && steps % 16 < 8);
        expect(who.y).toBeGreaterThan(PLAZA_HEIGHT - 0.05);
      }
      // Within a tenth of the time that level ground takes: a run-up counts.
      expect(steps / 20).toBeLessThan((bridgeLength(bridge) * 1.1) / (FEEL.runSpeed * 0.9) + 0.6);
    }
  });

  it('keeps whoever runs at its rails on the deck', () => {
    const middle = place(bridge, 0.5);
    const who = placeStroller(middle.x, middle.z, 0, ISLAND_GROUND, 100);
    const aside = { x: middle.x - (bridge.to[1] - bridge.from[1]), z: middle.z + (bridge.to[0] - bridge.from[0]) };
    for (let step = 0; step < 60; step++) run(who, aside, false);
    expect(who.y).toBeGreaterThan(PLAZA_HEIGHT);
    expect(deckAt(who.x, who.z)).toBeGreaterThan(PLAZA_HEIGHT);
  });

  it('lets people swim through below', () => {
    const { x, z } = place(bridge, 0.5);
    const [dx, dz] = [bridge.to[1] - bridge.from[1], bridge.from[0] - bridge.to[0]];
    const length = Math.hypot(dx, dz);
    const at = (metres: number) => ({ x: x + (dx / length) * metres, z: z + (dz / length) * metres });
    const from = at(-5);
    const to = at(5);
    const who = placeStroller(from.x, from.z, 0, ISLAND_GROUND);
    expect(who.y).toBeCloseTo(SEA_LEVEL - SWIM_DEPTH, 3);
    for (let step = 0; step < 200 && Math.hypot(to.x - who.x, to.z - who.z) > 0.5; step++) {
      run(who, to, false);
      expect(who.y).toBeLessThan(SEA_LEVEL);
    }
    expect(Math.hypot(to.x - who.x, to.z - who.z)).toBeLessThanOrEqual(0.5);
  });
});

it('there is no deck beside a bridge, and land is found where there is none', () => {
  expect(deckAt(0, 0)).toBe(Number.NEGATIVE_INFINITY);
  expect(ISLAND_GROUND.supportAt(8, 8, 100)).toBe(heightAt(8, 8));
});
