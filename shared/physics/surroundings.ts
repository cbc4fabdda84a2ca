/** What the capsule meets on its way: the engine's fixed pieces by one query, movers and crates one by one. */
import type { Shape } from '@dimforge/rapier3d-compat';
import type { RapierModule } from './engine.ts';
import { FEEL } from './feel.ts';
import type { Place } from './path.ts';
import type { Stage } from './stage.ts';
import type { Zone } from './zone.ts';

/** The first thing met: `part` 0 … 1 of the way, its outward normal and touching point, and which loose piece it is. */
export interface Hit {
  readonly part: number;
  readonly normal: Readonly<Place>;
  readonly point: Readonly<Place>;
  /** Index among the loose pieces (movers, then crates), or -1 for a fixed one. */
  readonly piece: number;
}

const UPRIGHT = { x: 0, y: 0, z: 0, w: 1 };
const STILL = { x: 0, y: 0, z: 0 };

/** Casts the character's capsule against everything solid. */
export class Surroundings {
  readonly #rapier: RapierModule;
  readonly #loose: readonly Zone[];
  readonly #shapes: readonly Shape[];
  readonly #turns: readonly { x: number; y: number; z: number; w: number }[];
  readonly #capsule: Shape;
  readonly #core: Shape;
  readonly #fixedOnly: number;

  /** @param loose movers, then crates: their places change from tick to tick */
  constructor(rapier: RapierModule, loose: readonly { readonly zone: Zone; readonly turn: typeof UPRIGHT }[]) {
    this.#rapier = rapier;
    this.#loose = loose.map(({ zone }) => zone);
    this.#turns = loose.map(({ turn }) => turn);
    this.#shapes = this.#loose.map(({ half }) => new rapier.Cuboid(half.x, half.y, half.z));
    this.#capsule = new rapier.Capsule(FEEL.halfCylinder, FEEL.radius);
    this.#core = new rapier.Capsule(FEEL.halfCylinder - 0.05, FEEL.radius - 0.05);
    this.#fixedOnly = rapier.QueryFilterFlags.ONLY_FIXED;
  }

  /** The first thing nearer than the skin on the way `d` (m) from `p`, or null. */
  cast(stage: Stage, p: Readonly<Place>, d: Readonly<Place>): Hit | null {
    let best: Hit | null = null;
    const fixed = stage.world.castShape(p, UPRIGHT, d, this.#capsule, FEEL.skin, 1, false, this.#fixedOnly);
    if (fixed !== null) best = { part: fixed.time_of_impact, normal: fixed.normal1, point: fixed.witness1, piece: -1 };
    for (const [piece, zone] of this.#loose.entries()) {
      if (!near(zone, p, d)) continue;
      const hit = this.#castAt(piece, zone, p, d);
      if (hit !== null && (best === null || hit.part < best.part)) best = hit;
    }
    return best;
  }

  /** True when the top of what was touched, a little further in, is ground to walk on. */
  hasTop(stage: Stage, { piece, point, normal }: Hit): boolean {
    const zone = this.#loose[piece];
    if (zone !== undefined) return Math.abs(point.y - zone.at.y - zone.half.y) < 0.05;
    const level = Math.sqrt(normal.x * normal.x + normal.z * normal.z);
    if (level < 1e-6) return false;
    const inward = 0.03 / level;
    const origin = { x: point.x - normal.x * inward, y: point.y + 0.1, z: point.z - normal.z * inward };
    const ray = new this.#rapier.Ray(origin, { x: 0, y: -1, z: 0 });
    const ground = stage.world.castRayAndGetNormal(ray, 0.2, false, this.#fixedOnly);
    return ground !== null && ground.normal.y >= FEEL.walkable;
  }

  /** True when a fixed piece reaches into the character itself, deeper than its skin. */
  crushes(stage: Stage, p: Readonly<Place>): boolean {
    return stage.world.intersectionWithShape(p, UPRIGHT, this.#core, this.#fixedOnly) !== null;
  }

  #castAt(piece: number, { at }: Zone, p: Readonly<Place>, d: Readonly<Place>): Hit | null {
    const shape = this.#shapes[piece];
    const turn = this.#turns[piece];
    if (shape === undefined || turn === undefined) return null;
    const hit = this.#capsule.castShape(p, UPRIGHT, d, shape, at, turn, STILL, FEEL.skin, 1, false);
    if (hit === null) return null;
    const { time_of_impact: part, normal1: n, witness1: w } = hit;
    const point = { x: p.x + d.x * part + w.x, y: p.y + d.y * part + w.y, z: p.z + d.z * part + w.z };
    return { part, normal: { x: -n.x, y: -n.y, z: -n.z }, point, piece };
  }
}

function near({ at, half }: Zone, p: Readonly<Place>, d: Readonly<Place>): boolean {
  const wide = half.x + half.z + FEEL.radius + 0.1;
  return (
    Math.abs(p.y - at.y) < half.y + FEEL.halfCylinder + FEEL.radius + 0.1 + Math.abs(d.y) &&
    Math.abs(p.x - at.x) < wide + Math.abs(d.x) &&
    Math.abs(p.z - at.z) < wide + Math.abs(d.z)
  );
}
