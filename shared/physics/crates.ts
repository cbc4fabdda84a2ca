/** Crates as the character meets them: where they are, what they weigh on, how they are pushed. */
import { FEEL } from './feel.ts';
import type { Weight } from './mechanism.ts';
import type { Place } from './path.ts';
import type { Scene } from './scene.ts';
import type { Stage } from './stage.ts';
import { type Zone, zoneOf } from './zone.ts';

/** Least level part of a wall's normal that a push needs. */
const LEVEL = 0.7;

/** The crates of one scene; the engine moves them, `read` follows it. */
export class Crates {
  readonly #scene: Scene;
  readonly zones: readonly Zone[];
  /** What may rest on a button. */
  readonly weights: readonly Weight[];

  constructor(scene: Scene) {
    this.#scene = scene;
    this.zones = scene.crates.map(zoneOf);
    this.weights = this.zones.map(({ at, half }) => ({ at, half: half.y }));
  }

  /** Takes over where the engine has them now. */
  read(stage: Stage): void {
    for (const [index, { at }] of this.zones.entries()) {
      const now = stage.crates[index]?.translation();
      if (now === undefined) continue;
      at.x = now.x;
      at.y = now.y;
      at.z = now.z;
    }
  }

  /** Leans on crate `index` against its outward `normal`: it slides away as fast as its weight lets it. */
  push(stage: Stage, index: number, normal: Readonly<Place>): void {
    const crate = stage.crates[index];
    const mass = this.#scene.crates[index]?.mass ?? 0;
    const level = Math.sqrt(normal.x * normal.x + normal.z * normal.z);
    if (crate === undefined || level < LEVEL) return;
    const x = -normal.x / level;
    const z = -normal.z / level;
    const speed = (FEEL.pushSpeed * FEEL.pushMass) / (FEEL.pushMass + mass);
    const now = crate.linvel();
    const lack = speed - (now.x * x + now.z * z);
    if (lack > 0) crate.setLinvel({ x: now.x + x * lack, y: now.y, z: now.z + z * lack }, true);
  }
}
