/** The robot of 1.7 m as one smooth geometry in three levels of detail, its parts and paints marked for the gait. */
import {
  BoxGeometry,
  BufferAttribute,
  BufferGeometry,
  CapsuleGeometry,
  CylinderGeometry,
  LatheGeometry,
  Matrix4,
  SphereGeometry,
  TorusGeometry,
  Vector2,
  Vector3,
} from 'three';
import { PAINT, PART } from './gait-glsl.ts';

/** How finely the shapes are cut: 2 close by (about 4,000 triangles), 1 at some metres (1,000), 0 far away (200). */
export type RobotDetail = 0 | 1 | 2;

/** The robot looking along −Z with its soles at y 0: position, normal and `aPart` (part, paint, shade). */
export function robotGeometry(detail: RobotDetail): BufferGeometry {
  const cut = <T>(far: T, middle: T, near: T): T => (detail === 0 ? far : detail === 1 ? middle : near);
  const pot = new RobotPot();
  const { torso, head, leftHand, rightHand, leftFoot, rightFoot } = PART;
  const round = cut(6, 12, 20);

  pot.pour(new LatheGeometry(torsoProfile(cut(5, 9, 16)), round), torso, PAINT.body, 0, 0, 0);
  pot.pour(roundedBox(0.62, 0.46, 0.5, 0.2, cut(2, 4, 7)), head, PAINT.body, 0, 1.22, 0);
  pot.pour(roundedBox(0.47, 0.28, 0.12, 0.055, cut(1, 3, 5)), head, PAINT.dark, 0, 1.22, -0.215);
  for (const side of [-1, 1]) {
    pot.pour(
      new SphereGeometry(0.125, cut(4, 8, 14), cut(3, 6, 10)).scale(0.9, 1.12, 1),
      side < 0 ? leftHand : rightHand,
      PAINT.detail,
      side * 0.4,
      0.56,
      0,
    );
    const foot = new CapsuleGeometry(0.092, 0.14, cut(1, 3, 5), cut(4, 8, 12)).rotateX(Math.PI / 2);
    pot.pour(foot, side < 0 ? leftFoot : rightFoot, PAINT.detail, side * 0.15, 0.095, -0.02);
    if (detail === 0) continue;
    pot.pour(
      new CylinderGeometry(0.075, 0.085, 0.07, cut(4, 8, 12)).rotateZ(Math.PI / 2),
      head,
      PAINT.detail,
      side * 0.335,
      1.22,
      0.01,
    );
    const eye = new CapsuleGeometry(0.036, 0.062, cut(1, 2, 4), cut(4, 6, 8)).scale(1, 1, 0.5);
    pot.pour(eye, head, PAINT.personOnly, side * 0.105, 1.225, -0.274);
  }
  pot.pour(new CylinderGeometry(0.016, 0.024, 0.17, cut(3, 5, 8)), head, PAINT.detail, 0, 1.52, 0.03);
  pot.pour(new SphereGeometry(0.048, cut(4, 6, 10), cut(2, 4, 8)), head, PAINT.light, 0, 1.63, 0.03);
  if (detail === 0) {
    pot.pour(new BoxGeometry(0.26, 0.08, 0.02), head, PAINT.light, 0, 1.225, -0.28);
    pot.pour(new BoxGeometry(0.3, 0.32, 0.14), torso, PAINT.detail, 0, 0.68, 0.3);
    return pot.geometry();
  }
  pot.pour(roundedBox(0.32, 0.35, 0.18, 0.06, cut(1, 3, 5)), torso, PAINT.detail, 0, 0.7, 0.29);
  pot.pour(
    new TorusGeometry(0.248, 0.03, cut(3, 5, 8), cut(6, 14, 22)).rotateX(Math.PI / 2).scale(1, 1.4, 1),
    torso,
    PAINT.detail,
    0,
    0.52,
    0,
  );
  pot.pour(new SphereGeometry(0.055, cut(4, 7, 10), cut(3, 5, 8)).scale(1, 1, 0.5), torso, PAINT.light, 0, 0.76, -0.25);
  const bar = new CapsuleGeometry(0.036, 0.22, cut(1, 2, 4), cut(4, 6, 8)).rotateZ(Math.PI / 2).scale(1, 1, 0.5);
  pot.pour(bar, head, PAINT.machineOnly, 0, 1.225, -0.274);
  const halo = new TorusGeometry(0.24, 0.017, cut(3, 4, 6), cut(8, 14, 24)).rotateX(Math.PI / 2);
  pot.pour(halo, head, PAINT.machineOnly, 0, 1.6, 0.03);
  return pot.geometry();
}

/** The egg of the torso from y 0.26 to 0.98, in `steps` rings. */
function torsoProfile(steps: number): Vector2[] {
  const points: Vector2[] = [];
  for (let k = 0; k <= steps; k++) {
    const turn = -Math.PI / 2 + (k / steps) * Math.PI;
    const wide = Math.cos(turn) * (0.268 + 0.018 * Math.sin(turn * 2 - 0.4));
    points.push(new Vector2(Math.max(0, wide), 0.62 + Math.sin(turn) * 0.37));
  }
  return points;
}

/** A box whose edges and corners are parts of cylinders and spheres of `radius`. */
function roundedBox(width: number, height: number, depth: number, radius: number, segments: number): BufferGeometry {
  const shape = new BoxGeometry(width, height, depth, segments + 1, segments + 1, Math.max(2, segments));
  const position = shape.getAttribute('position');
  const normal = shape.getAttribute('normal');
  const inner = new Vector3(width / 2 - radius, height / 2 - radius, depth / 2 - radius).max(new Vector3());
  const p = new Vector3();
  const core = new Vector3();
  for (let i = 0; i < position.count; i++) {
    p.fromBufferAttribute(position, i);
    core.copy(p).clamp(inner.clone().negate(), inner);
    p.sub(core).normalize();
    normal.setXYZ(i, p.x, p.y, p.z);
    position.setXYZ(i, core.x + p.x * radius, core.y + p.y * radius, core.z + p.z * radius);
  }
  return shape;
}

/** Collects indexed shapes with their part and paint. */
class RobotPot {
  readonly #positions: number[] = [];
  readonly #normals: number[] = [];
  readonly #parts: number[] = [];
  readonly #index: number[] = [];

  pour(shape: BufferGeometry, part: number, paint: number, x: number, y: number, z: number): void {
    const base = this.#positions.length / 3;
    shape.applyMatrix4(new Matrix4().makeTranslation(x, y, z));
    const position = shape.getAttribute('position');
    const normal = shape.getAttribute('normal');
    shape.computeBoundingBox();
    const low = shape.boundingBox?.min.y ?? 0;
    const span = Math.max(1e-6, (shape.boundingBox?.max.y ?? 1) - low);
    for (let i = 0; i < position.count; i++) {
      this.#positions.push(position.getX(i), position.getY(i), position.getZ(i));
      this.#normals.push(normal.getX(i), normal.getY(i), normal.getZ(i));
      const shade = 0.74 + 0.26 * Math.min(1, ((position.getY(i) - low) / span) * 1.7);
      this.#parts.push(part, paint, shade);
    }
    const index = shape.index;
    if (index === null) for (let i = 0; i < position.count; i++) this.#index.push(base + i);
    else for (let i = 0; i < index.count; i++) this.#index.push(base + index.getX(i));
    shape.dispose();
  }

  geometry(): BufferGeometry {
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(new Float32Array(this.#positions), 3));
    geometry.setAttribute('normal', new BufferAttribute(new Float32Array(this.#normals), 3));
    geometry.setAttribute('aPart', new BufferAttribute(new Float32Array(this.#parts), 3));
    geometry.setIndex(this.#index);
    return geometry;
  }
}
