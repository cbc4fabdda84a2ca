/** The frontier's bare rock: spires along its far rim, clusters of crystals that shine, slabs lying about. */
import { SPIRES } from '#content/world/frontier.ts';
import { FRONTIER } from '#content/world/island.ts';
import { hash2 } from '#content/world/noise.ts';
import { landAt } from '#content/world/terrain.ts';
import type { Soup } from './soup.ts';

const CLUSTERS = 15;
const SLABS = 40;
/** Light of the crystals, foot and tip: the colours of what is unsolved, held and trained. */
const LIGHTS = [
  { foot: 0x1f8fa8, top: 0x8ff6ff },
  { foot: 0x1f8fa8, top: 0x8ff6ff },
  { foot: 0x9a4f8f, top: 0xffb0e0 },
  { foot: 0x6a5fd0, top: 0xc4b8ff },
] as const;

/** Pours what is solid into one soup and what shines into the other. */
export function pourFrontier(solid: Soup, shining: Soup): void {
  for (const [index, spire] of SPIRES.entries()) {
    const unit = (seed: number) => hash2(index, seed, 61) / 4294967296;
    const at = [spire.x, landAt(spire.x, spire.z) - 0.6, spire.z] as const;
    const turn = [(unit(1) - 0.5) * 0.16, unit(2) * 6, (unit(3) - 0.5) * 0.16] as const;
    const tall = spire.height + 0.6;
    solid.within({ at, turn }, () => {
      const rock = { foot: 0x4c4672, top: 0x9d90b4 };
      solid.drum(spire.radius, spire.radius * 0.72, tall * 0.62, 6, rock);
      solid.drum(
        spire.radius * 0.72,
        spire.radius * (0.2 + 0.3 * unit(4)),
        tall * 0.4,
        6,
        { foot: 0x857aa4, top: 0xc9bfd8 },
        { at: [0, tall * 0.61, 0], turn: [0.06, 0.5, 0] },
      );
      solid.ball(
        spire.radius * 0.9,
        0,
        { foot: 0x4c4672, top: 0x857aa4 },
        { at: [spire.radius * 0.9, 0.3, spire.radius * 0.3], scale: [1, 0.8, 0.9] },
      );
    });
  }
  for (let k = 0; k < CLUSTERS; k++) pourCluster(shining, k);
  for (let k = 0; k < SLABS; k++) pourSlab(solid, k);
}

/** Five crystals that lean apart, on the rim behind the landmarks. */
function pourCluster(shining: Soup, k: number): void {
  const unit = (seed: number) => hash2(k, seed, 67) / 4294967296;
  const turn = Math.PI * 2 * (0.12 + (0.76 * (k + unit(1) * 0.7)) / CLUSTERS);
  const far = FRONTIER.radius + 0.6 + unit(2) * 3.4;
  const x = FRONTIER.x + far * Math.sin(turn);
  const z = FRONTIER.z - far * Math.cos(turn);
  const light = LIGHTS[k % LIGHTS.length] ?? LIGHTS[0];
  shining.within({ at: [x, landAt(x, z) - 0.15, z], turn: [0, unit(3) * 6, 0], scale: 0.7 + unit(4) * 0.8 }, () => {
    for (let i = 0; i < 5; i++) {
      const lean = i === 0 ? 0.05 : 0.35 + 0.2 * unit(10 + i);
      const tall = i === 0 ? 2.3 : 0.9 + unit(20 + i) * 0.7;
      shining.within({ turn: [lean, (i / 4) * Math.PI * 2 + unit(30 + i), 0] }, () => {
        shining.drum(0.2, 0.26, tall * 0.72, 6, { foot: light.foot, top: light.top });
        shining.cone(0.26, tall * 0.28, 6, { foot: light.top }, { at: [0, tall * 0.72, 0] });
      });
    }
  });
}

/** A flat stone, half sunk, in the level rock between ways and rim. */
function pourSlab(solid: Soup, k: number): void {
  const unit = (seed: number) => hash2(k, seed, 71) / 4294967296;
  const turn = unit(1) * Math.PI * 2;
  const far = 20.5 + unit(2) * 13;
  const x = FRONTIER.x + far * Math.sin(turn);
  const z = FRONTIER.z - far * Math.cos(turn);
  const wide = 0.9 + unit(3) * 1.8;
  // Low enough to be walked over.
  solid.drum(
    wide,
    wide * 0.86,
    0.1 + unit(5) * 0.06,
    6,
    { foot: 0x5a547e, top: 0x9a8fb2 },
    { at: [x, landAt(x, z) - 0.02, z], turn: [0, unit(4) * 6, 0], scale: [1, 1, 0.6 + unit(6) * 0.4] },
  );
}
