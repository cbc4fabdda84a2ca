/** The shapes of trees, rocks and tufts of grass: flat-shaded, dark at the foot, coloured by each instance. */
import { BufferAttribute, BufferGeometry, type Vector3 } from 'three';
import { hash2 } from '#content/world/noise.ts';
import { TRUNK } from './palette.ts';
import { Soup } from './soup.ts';

/** The kinds of things that grow or lie about, in drawing order. */
export const PLANT_KINDS = ['round', 'pine', 'poplar', 'rock'] as const;
export type PlantKind = (typeof PLANT_KINDS)[number];

const LEAF = { foot: 0x6f7f86, top: 0xffffff, leaf: 1 } as const;
const BARK = { foot: TRUNK.dark, top: TRUNK.light } as const;

/** The shape of a kind, standing on y 0, in metres. */
export function plantShape(kind: PlantKind): BufferGeometry {
  const soup = new Soup();
  if (kind === 'round') roundTree(soup);
  if (kind === 'pine') pineTree(soup);
  if (kind === 'poplar') poplarTree(soup);
  if (kind === 'rock')
    soup.ball(0.8, 1, { foot: 0x8a8296, top: 0xffffff, leaf: 1 }, { scale: [1.15, 0.72, 1] }, rough(0.34, 9));
  return soup.geometry(true);
}

function roundTree(soup: Soup): void {
  soup.drum(0.26, 0.15, 2.2, 6, BARK, { turn: [0.04, 0, 0.03] });
  soup.ball(1.45, 1, LEAF, { at: [0, 3.05, 0], scale: [1.1, 0.88, 1.05] }, rough(0.24, 1));
  soup.ball(0.95, 1, LEAF, { at: [0.95, 2.75, 0.35], scale: [1, 0.86, 1] }, rough(0.22, 2));
  soup.ball(0.88, 0, LEAF, { at: [-0.82, 2.7, -0.5], scale: [1.1, 0.9, 1.1] }, rough(0.22, 3));
  soup.ball(0.9, 1, LEAF, { at: [-0.1, 3.95, -0.1], scale: [1, 0.82, 1] }, rough(0.22, 4));
}

function pineTree(soup: Soup): void {
  soup.drum(0.2, 0.13, 1.1, 6, BARK);
  const tiers = [
    [1.55, 1.9, 0.75],
    [1.24, 1.75, 1.75],
    [0.92, 1.6, 2.75],
    [0.58, 1.5, 3.75],
  ] as const;
  for (const [index, [radius, height, at]] of tiers.entries())
    soup.cone(radius, height, 8, LEAF, { at: [0, at, 0], turn: [0, index * 0.7, 0.03 * (index - 1.5)] }, jagged(index));
}

function poplarTree(soup: Soup): void {
  soup.drum(0.17, 0.11, 1.2, 6, BARK);
  soup.ball(1, 1, LEAF, { at: [0, 2.85, 0], scale: [0.86, 2.15, 0.86] }, rough(0.2, 7));
}

/** Moves each vertex along its own direction; equal vertices move alike, so nothing tears. */
function rough(amount: number, seed: number): (v: Vector3) => void {
  return (v) => {
    const roll = hash2(Math.round(v.x * 997), Math.round(v.y * 991) * 31 + Math.round(v.z * 983), seed);
    v.multiplyScalar(1 - amount / 2 + (roll / 4294967296) * amount);
  };
}

/** Every other foot corner of a cone hangs lower and further out. */
function jagged(seed: number): (v: Vector3) => void {
  return (v) => {
    if (v.y > 0.05 || v.length() < 0.05) return;
    const roll = hash2(Math.round(v.x * 97), Math.round(v.z * 97), seed) / 4294967296;
    v.x *= 0.82 + roll * 0.4;
    v.z *= 0.82 + roll * 0.4;
    v.y -= roll * 0.34;
  };
}

/** Five petals around a place 0.45 m over the ground, ten triangles. */
export function flowerShape(): BufferGeometry {
  const positions: number[] = [];
  for (let k = 0; k < 5; k++) {
    const at = (turn: number, radius: number, y: number) =>
      positions.push(Math.sin(turn) * radius, y, Math.cos(turn) * radius);
    const turn = (k / 5) * Math.PI * 2;
    at(0, 0, 0.44);
    at(turn - 0.55, 0.085, 0.49);
    at(turn, 0.13, 0.47);
    at(0, 0, 0.44);
    at(turn, 0.13, 0.47);
    at(turn + 0.55, 0.085, 0.49);
  }
  return upright(positions);
}

/** Three blades of three triangles each; y up to 0.62 m. */
export function tuftShape(): BufferGeometry {
  const positions: number[] = [];
  const blade = (angle: number, off: number, height: number, lean: number) => {
    const c = Math.cos(angle);
    const s = Math.sin(angle);
    const put = (along: number, y: number, across: number) =>
      positions.push(off * s + along * c + across * s, y, off * c - along * s + across * c);
    const half = 0.075;
    put(-half, 0, 0);
    put(half, 0, 0);
    put(-half * 0.8, height * 0.55, lean * 0.3);
    put(half, 0, 0);
    put(half * 0.8, height * 0.55, lean * 0.3);
    put(-half * 0.8, height * 0.55, lean * 0.3);
    put(-half * 0.8, height * 0.55, lean * 0.3);
    put(half * 0.8, height * 0.55, lean * 0.3);
    put(0, height, lean);
  };
  blade(0.3, 0.05, 0.56, 0.14);
  blade(2.5, 0.12, 0.44, 0.2);
  blade(4.5, 0.1, 0.62, 0.1);
  return upright(positions);
}

/** Triangles that are all lit from above. */
function upright(positions: readonly number[]): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3));
  const normals = new Float32Array(positions.length);
  for (let i = 1; i < normals.length; i += 3) normals[i] = 1;
  geometry.setAttribute('normal', new BufferAttribute(normals, 3));
  return geometry;
}
