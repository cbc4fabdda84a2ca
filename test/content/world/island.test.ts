/** The plan of the island: enough of everything, on level ground, nothing in the way of anything else. */
import { describe, expect, it } from 'vitest';
import {
  BOARD_SPOT,
  FRAME_SPOTS,
  GATE_REACH,
  GATE_SPOTS,
  LAMP_SPOTS,
  PEDESTAL_SPOTS,
  PLAZA_HEIGHT,
  SPAWN_SPOTS,
} from '#content/world/island.ts';
import { type Obstacle, reachOf } from '#content/world/obstacle-shapes.ts';
import { OBSTACLES, pushOut } from '#content/world/obstacles.ts';
import { landAt } from '#content/world/terrain.ts';

/** How far a body reaches from its middle on every side, m. */
const reach = (body: Obstacle) => (body.kind === 'pillar' ? body.radius : Math.min(body.halfWidth, body.halfDepth));
/** At least this much room is between two bodies, m. */
const gap = (a: Obstacle, b: Obstacle) => Math.hypot(a.x - b.x, a.z - b.z) - reachOf(a) - reachOf(b);
const ALL = [...GATE_SPOTS, ...FRAME_SPOTS, ...PEDESTAL_SPOTS, ...LAMP_SPOTS, BOARD_SPOT];

describe('the plan', () => {
  it('has room for two dozen gates, twelve pictures and sixteen sculptures', () => {
    expect(GATE_SPOTS.length).toBeGreaterThanOrEqual(24);
    expect(FRAME_SPOTS.length).toBeGreaterThanOrEqual(12);
    expect(PEDESTAL_SPOTS.length).toBeGreaterThanOrEqual(16);
  });

  it('stands on the level ground of the plaza', () => {
    for (const spot of [...ALL, ...SPAWN_SPOTS]) expect(landAt(spot.x, spot.z)).toBe(PLAZA_HEIGHT);
  });

  it('keeps at least 1.2 metres between any two things', () => {
    for (const [index, a] of ALL.entries())
      for (const b of ALL.slice(index + 1)) expect(Math.hypot(a.x - b.x, a.z - b.z)).toBeGreaterThan(1.2);
  });

  it('lets nobody appear inside anything', () => {
    const out = { x: 0, z: 0 };
    for (const { x, z } of SPAWN_SPOTS)
      expect(pushOut(x, z, 0.4, PLAZA_HEIGHT, PLAZA_HEIGHT + 1.7, out), `${x}, ${z}`).toBe(false);
  });

  it('lets a person walk straight through every gate', () => {
    const out = { x: 0, z: 0 };
    for (const { x, z, yaw } of GATE_SPOTS)
      for (let ahead = -2.5; ahead <= 2.5; ahead += 0.25) {
        const px = x - Math.sin(yaw) * ahead;
        const pz = z - Math.cos(yaw) * ahead;
        expect(pushOut(px, pz, 0.3, PLAZA_HEIGHT, PLAZA_HEIGHT + 1.7, out), `${px}, ${pz}`).toBe(false);
      }
    expect(GATE_REACH).toBeGreaterThan(0.6);
  });

  it('turns the gates around the plaza towards its middle', () => {
    for (const { x, z, yaw } of GATE_SPOTS.slice(0, 8)) {
      const length = Math.hypot(x, z);
      expect(-Math.sin(yaw)).toBeCloseTo(-x / length, 2);
      expect(-Math.cos(yaw)).toBeCloseTo(-z / length, 2);
    }
  });
});

describe('pushOut', () => {
  it('leaves a body at the surface of what it ran into, wherever it came from', () => {
    const out = { x: 0, z: 0 };
    // What stands wall to wall, as in an atelier, pushes on; who walks is never inside (ground.test.ts).
    const alone = OBSTACLES.filter((body) => OBSTACLES.every((other) => other === body || gap(body, other) > 0.8));
    expect(alone.length).toBeGreaterThan(120);
    for (const body of alone) {
      if (body.bottom > PLAZA_HEIGHT + 0.5) continue;
      for (let k = 0; k < 12; k++) {
        const angle = (k / 12) * Math.PI * 2;
        const near = reach(body) * 0.5;
        const x = body.x + Math.sin(angle) * near;
        const z = body.z + Math.cos(angle) * near;
        expect(pushOut(x, z, 0.3, PLAZA_HEIGHT, PLAZA_HEIGHT + 0.8, out)).toBe(true);
        const rest = { x: 0, z: 0 };
        pushOut(out.x, out.z, 0.2999, PLAZA_HEIGHT, PLAZA_HEIGHT + 0.8, rest);
        expect(Math.hypot(rest.x - out.x, rest.z - out.z)).toBeLessThan(1e-9);
      }
    }
  });

  it('lets somebody duck below a picture and jump over a pedestal', () => {
    const frame = FRAME_SPOTS[0];
    const pedestal = PEDESTAL_SPOTS[0];
    if (frame === undefined || pedestal === undefined) throw new Error('the plan has frames and pedestals');
    const out = { x: 0, z: 0 };
    const aside = { x: frame.x + Math.cos(frame.yaw), z: frame.z - Math.sin(frame.yaw) };
    expect(pushOut(aside.x, aside.z, 0.3, PLAZA_HEIGHT, PLAZA_HEIGHT + 0.9, out)).toBe(false);
    expect(pushOut(aside.x, aside.z, 0.3, PLAZA_HEIGHT, PLAZA_HEIGHT + 1.7, out)).toBe(true);
    expect(pushOut(pedestal.x, pedestal.z, 0.3, PLAZA_HEIGHT + 1.1, PLAZA_HEIGHT + 2.8, out)).toBe(false);
  });
});
