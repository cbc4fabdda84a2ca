/** The stone paving as one mesh: plaza, stage, rounds and avenues, each with its own pattern in the shader. */
import { BufferAttribute, BufferGeometry, CircleGeometry, Color, Matrix4, Mesh, PlaneGeometry } from 'three';
import { AVENUES, DAIS, PLAZA_HEIGHT, PLAZA_RADIUS } from '#content/world/island.ts';
import { PLAZA } from './palette.ts';
import { type SharedUniforms, surface } from './styl.ts';
import { PAVED_ROUNDS } from './terrain-mesh.ts';

/** Patterns of the shader: rounds of slabs, rows of slabs, the plaza with its glowing ring, the pale stage. */
const PATTERN = { round: 0, way: 1, plaza: 2, stage: 3 } as const;

/** What each pattern looks like from afar, where no slab is drawn. */
const FLAT = [PLAZA.sand, PLAZA.sand, PLAZA.sand, PLAZA.lilac] as const;

/**
 * Builds the paving; `aPave` is metres on the place and the pattern.
 * @param fancy slab by slab; without, each place in one colour
 */
export function buildPaving(shared: SharedUniforms, fancy: boolean): Mesh {
  const positions: number[] = [];
  const paves: number[] = [];
  const pour = (shape: BufferGeometry, place: Matrix4, pattern: number) => {
    const flat = shape.toNonIndexed();
    const local = flat.getAttribute('position');
    for (let i = 0; i < local.count; i++) paves.push(local.getX(i), local.getZ(i), pattern);
    flat.applyMatrix4(place);
    for (let i = 0; i < local.count; i++) positions.push(local.getX(i), local.getY(i), local.getZ(i));
    flat.dispose();
    shape.dispose();
  };
  const disc = (x: number, z: number, radius: number, lift: number, pattern: number) =>
    pour(
      new CircleGeometry(radius, 72).rotateX(-Math.PI / 2),
      new Matrix4().makeTranslation(x, PLAZA_HEIGHT + lift, z),
      pattern,
    );
  disc(0, 0, PLAZA_RADIUS, 0.03, PATTERN.plaza);
  disc(0, 0, DAIS.radius, DAIS.rise + 0.03, PATTERN.stage);
  for (const round of PAVED_ROUNDS) disc(round.x, round.z, round.radius, 0.03, PATTERN.round);
  for (const way of AVENUES) {
    const [fx, fz] = way.from;
    const [tx, tz] = way.to;
    const length = Math.hypot(tx - fx, tz - fz);
    const place = new Matrix4()
      .makeRotationY(Math.atan2(tx - fx, tz - fz))
      .setPosition((fx + tx) / 2, PLAZA_HEIGHT + 0.02, (fz + tz) / 2);
    pour(new PlaneGeometry(way.half * 2, length).rotateX(-Math.PI / 2), place, PATTERN.way);
  }
  const geometry = new BufferGeometry();
  const normals = new Float32Array(positions.length);
  for (let i = 1; i < normals.length; i += 3) normals[i] = 1;
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3));
  geometry.setAttribute('normal', new BufferAttribute(normals, 3));
  if (fancy) geometry.setAttribute('aPave', new BufferAttribute(new Float32Array(paves), 3));
  else geometry.setAttribute('color', new BufferAttribute(flatColours(paves), 3));
  const mesh = new Mesh(geometry, surface(shared, fancy ? 'paving' : 'plain'));
  mesh.receiveShadow = true;
  return mesh;
}

function flatColours(paves: readonly number[]): Float32Array {
  const colours = new Float32Array(paves.length);
  const one = new Color();
  for (let at = 0; at < paves.length; at += 3) one.set(FLAT[paves[at + 2] ?? 0] ?? PLAZA.sand).toArray(colours, at);
  return colours;
}
