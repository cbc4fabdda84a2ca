/** Workshops and galleries: every automaton has an atelier of its own to stand in, and nothing built bars a way. */
import { describe, expect, it } from 'vitest';
import { segmentDistance } from '#content/world/archipelago.ts';
import { ARTISANS } from '#content/world/automata.ts';
import { BRIDGES } from '#content/world/bridges.ts';
import { BAY, BAYS, HEDGE, HEDGES, PERGOLA, PERGOLAS } from '#content/world/galleries.ts';
import { AVENUES, FRAME_SPOTS, GATE_SPOTS, PEDESTAL_SPOTS, PLAZA_HEIGHT } from '#content/world/island.ts';
import { pushOut } from '#content/world/obstacles.ts';
import { landAt } from '#content/world/terrain.ts';
import { ATELIER, ATELIER_PLOTS, beside, homeOf, YARD_THINGS } from '#content/world/workshops.ts';

const out = { x: 0, z: 0 };
const isFree = ({ x, z }: { x: number; z: number }) => !pushOut(x, z, 0.35, PLAZA_HEIGHT, PLAZA_HEIGHT + 1.7, out);

describe('the workshops', () => {
  it('have a plot for every founder and more that are free', () => {
    expect(ATELIER_PLOTS.length).toBeGreaterThan(ARTISANS.length);
    for (const [index, { home }] of ARTISANS.entries()) {
      const plot = ATELIER_PLOTS[index];
      expect(Math.hypot(home.x - (plot?.x ?? 0), home.z - (plot?.z ?? 0))).toBeLessThan(ATELIER.halfDepth);
    }
  });

  it('lay every atelier and everything in the yard on level land, apart from ways and one another', () => {
    const places = [...ATELIER_PLOTS, ...YARD_THINGS.map(({ spot }) => spot)];
    for (const [index, spot] of places.entries()) {
      for (const back of [-2, 0, 2]) {
        const { x, z } = beside(spot, 0, back);
        expect(landAt(x, z), `${x}, ${z}`).toBe(PLAZA_HEIGHT);
      }
      for (const { from, to, half } of [...AVENUES, ...BRIDGES])
        expect(segmentDistance(spot.x, spot.z, from, to)).toBeGreaterThan(half + 2.4);
      for (const other of places.slice(index + 1))
        expect(Math.hypot(other.x - spot.x, other.z - spot.z)).toBeGreaterThan(4.5);
    }
  });

  it('let one stand at home and walk straight out into the yard', () => {
    for (const index of ARTISANS.keys())
      for (let ahead = 0; ahead < 5; ahead += 0.25) {
        const at = beside(homeOf(index), 0, -ahead);
        expect(isFree(at), `${at.x}, ${at.z}`).toBe(true);
      }
  });

  it('give a home to an automaton for whom there is no plot left', () => {
    const home = homeOf(ATELIER_PLOTS.length + 3);
    expect(landAt(home.x, home.z)).toBe(PLAZA_HEIGHT);
    expect(isFree(home)).toBe(true);
  });
});

describe('the galleries', () => {
  it('have a bay behind every picture of the gardens and behind none of the plaza', () => {
    expect(BAYS).toHaveLength(FRAME_SPOTS.length - 12);
    for (const bay of BAYS) expect(Math.abs(bay.x)).toBeGreaterThan(40);
  });

  it('stand on level land and leave pictures, sculptures and gates free to walk to', () => {
    for (const spot of [...FRAME_SPOTS, ...PEDESTAL_SPOTS, ...GATE_SPOTS])
      for (const ahead of [1.2, 1.8, 2.4]) expect(isFree(beside(spot, 0, -ahead)), `${spot.x}, ${spot.z}`).toBe(true);
    for (const spot of [...BAYS, ...HEDGES, ...PERGOLAS])
      expect(landAt(spot.x, spot.z), `${spot.x}`).toBe(PLAZA_HEIGHT);
    for (const { from, to, half } of [...AVENUES, ...BRIDGES]) {
      for (const { x, z } of HEDGES) expect(segmentDistance(x, z, from, to)).toBeGreaterThan(half + HEDGE.halfWidth);
      for (const { x, z } of BAYS) expect(segmentDistance(x, z, from, to)).toBeGreaterThan(half + BAY.halfWidth);
    }
  });

  it('let one walk through every pergola', () => {
    for (const spot of PERGOLAS)
      for (let back = -PERGOLA.halfDepth - 1; back <= PERGOLA.halfDepth + 1; back += 0.25)
        for (const right of [-1, 0, 1]) expect(isFree(beside(spot, right, back))).toBe(true);
  });
});
