/** The shapes of what bodies bump into: upright cylinders and boxes that stand upright, turned by yaw. */
import { cos, sin } from '#shared/maths/deterministic.ts';
import { PLAZA_HEIGHT, type Spot } from './island.ts';

/** An upright cylinder; all in metres, `bottom` and `top` over the datum. */
export type Pillar = {
  readonly kind: 'pillar';
  readonly x: number;
  readonly z: number;
  readonly radius: number;
  readonly bottom: number;
  readonly top: number;
};

/** A box standing upright, turned by yaw about its middle: `ux, uz` is the unit vector along its width. */
export type Slab = {
  readonly kind: 'slab';
  readonly x: number;
  readonly z: number;
  readonly ux: number;
  readonly uz: number;
  readonly halfWidth: number;
  readonly halfDepth: number;
  readonly bottom: number;
  readonly top: number;
};

/** A fixed body. */
export type Obstacle = Pillar | Slab;

/** A pillar that stands on level ground; `bottom` and `top` over it, m. */
export function pillar(x: number, z: number, radius: number, bottom: number, top: number): Pillar {
  return { kind: 'pillar', x, z, radius, bottom: PLAZA_HEIGHT + bottom, top: PLAZA_HEIGHT + top };
}

/** A box on a spot: `halfWidth` along the spot's width; `bottom` and `top` over the level ground, m. */
export function slab(spot: Spot, halfWidth: number, halfDepth: number, bottom: number, top: number): Slab {
  const { ux, uz } = widthOf(spot);
  return {
    kind: 'slab',
    x: spot.x,
    z: spot.z,
    ux,
    uz,
    halfWidth,
    halfDepth,
    bottom: PLAZA_HEIGHT + bottom,
    top: PLAZA_HEIGHT + top,
  };
}

/** How far a body reaches from its middle on the ground, m. */
export function reachOf(body: Obstacle): number {
  return body.kind === 'pillar' ? body.radius : Math.sqrt(body.halfWidth ** 2 + body.halfDepth ** 2);
}

/** The unit vector to the right of a spot's yaw. */
export function widthOf(spot: Spot): { readonly ux: number; readonly uz: number } {
  return { ux: cos(spot.yaw), uz: -sin(spot.yaw) };
}
