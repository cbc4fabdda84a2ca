/** The frontier: every family of the catalogue has a landmark that stands free on level dry land and shows its own. */
import { describe, expect, it } from 'vitest';
import { FAMILIES } from '#content/catalog.ts';
import { segmentDistance } from '#content/world/archipelago.ts';
import { BRIDGES } from '#content/world/bridges.ts';
import { emblemOf } from '#content/world/emblem.ts';
import { LANDMARK_FAMILIES, LANDMARK_SPOTS, PLINTH, SPIRES } from '#content/world/frontier.ts';
import { AVENUES, FRONTIER, GATE_SPOTS, PLAZA_HEIGHT } from '#content/world/island.ts';
import { pushOut } from '#content/world/obstacles.ts';
import { landAt } from '#content/world/terrain.ts';

describe('the landmarks', () => {
  it('are one a family, in the order of the catalogue', () => {
    expect(LANDMARK_FAMILIES).toEqual(Object.keys(FAMILIES));
    expect(LANDMARK_SPOTS).toHaveLength(LANDMARK_FAMILIES.length);
  });

  it('stand on level dry land, apart from gates, ways, bridges and one another', () => {
    for (const [index, { x, z }] of LANDMARK_SPOTS.entries()) {
      for (let k = 0; k < 8; k++) {
        const turn = (k / 8) * Math.PI * 2;
        expect(landAt(x + 3.2 * Math.sin(turn), z + 3.2 * Math.cos(turn))).toBe(PLAZA_HEIGHT);
      }
      for (const gate of GATE_SPOTS) expect(Math.hypot(gate.x - x, gate.z - z)).toBeGreaterThan(PLINTH.radius + 5);
      for (const { from, to, half } of [...AVENUES, ...BRIDGES])
        expect(segmentDistance(x, z, from, to)).toBeGreaterThan(PLINTH.radius + half + 1);
      for (const other of LANDMARK_SPOTS.slice(index + 1))
        expect(Math.hypot(other.x - x, other.z - z)).toBeGreaterThan(10);
    }
  });

  it('have free room before them and face the middle of the frontier', () => {
    const out = { x: 0, z: 0 };
    for (const { x, z, yaw } of LANDMARK_SPOTS) {
      for (let ahead = PLINTH.radius + 0.4; ahead < 9; ahead += 0.4) {
        const at = { x: x - Math.sin(yaw) * ahead, z: z - Math.cos(yaw) * ahead };
        expect(pushOut(at.x, at.z, 0.3, PLAZA_HEIGHT, PLAZA_HEIGHT + 1.7, out), `${at.x}, ${at.z}`).toBe(false);
      }
      const away = Math.hypot(FRONTIER.x - x, FRONTIER.z - z);
      expect(-Math.sin(yaw)).toBeCloseTo((FRONTIER.x - x) / away, 9);
      expect(-Math.cos(yaw)).toBeCloseTo((FRONTIER.z - z) / away, 9);
    }
  });

  it('leave the spires to the rim: none stands on level ground', () => {
    for (const { x, z } of SPIRES) expect(Math.hypot(x - FRONTIER.x, z - FRONTIER.z)).toBeGreaterThan(FRONTIER.radius);
  });
});

describe.each(LANDMARK_FAMILIES)('the emblem of %s', (id) => {
  it('is drawn alike every time, and of more than a few parts', async () => {
    const { title, drawing } = await emblemOf(id);
    expect(title.length).toBeGreaterThan(3);
    expect(drawing.points.length + drawing.boxes.length).toBeGreaterThan(5);
    expect(drawing.points.length).toBeGreaterThan(0);
    expect((await emblemOf(id)).drawing).toEqual(drawing);
  });
});
