/** A geometry kit: shapes are poured into one soup of flat-shaded, coloured triangles, drawn in a single call. */
import {
  BoxGeometry,
  BufferAttribute,
  BufferGeometry,
  Color,
  ConeGeometry,
  CylinderGeometry,
  Euler,
  IcosahedronGeometry,
  Matrix4,
  OctahedronGeometry,
  Quaternion,
  TorusGeometry,
  Vector3,
} from 'three';

/** Where a shape goes: place in metres, turn in radians (order Y, X, Z), scale. */
export type Placing = {
  readonly at?: readonly [x: number, y: number, z: number];
  readonly turn?: readonly [x: number, y: number, z: number];
  readonly scale?: number | readonly [x: number, y: number, z: number];
};

/** How a shape is coloured: hex at its foot and at its top, `leaf` 1 when the instance's colour applies. */
export type Dye = { readonly foot: number; readonly top?: number; readonly leaf?: number };

const matrix = (placing: Placing): Matrix4 => {
  const scale = placing.scale ?? 1;
  const [sx, sy, sz] = typeof scale === 'number' ? [scale, scale, scale] : scale;
  const [rx, ry, rz] = placing.turn ?? [0, 0, 0];
  return new Matrix4().compose(
    new Vector3(...(placing.at ?? [0, 0, 0])),
    new Quaternion().setFromEuler(new Euler(rx, ry, rz, 'YXZ')),
    new Vector3(sx, sy, sz),
  );
};

/** A growing list of triangles with flat normals and vertex colours. */
export class Soup {
  readonly #positions: number[] = [];
  readonly #normals: number[] = [];
  readonly #colours: number[] = [];
  readonly #leaves: number[] = [];
  #parent = new Matrix4();

  /** Everything poured inside `pour` is placed below `placing`. */
  within(placing: Placing, pour: () => void): void {
    const before = this.#parent;
    this.#parent = before.clone().multiply(matrix(placing));
    pour();
    this.#parent = before;
  }

  /** Pours a shape; `bend` may move each vertex of the shape before it is placed. */
  add(shape: BufferGeometry, dye: Dye, placing: Placing = {}, bend?: (v: Vector3) => void): void {
    const flat = shape.index === null ? shape : shape.toNonIndexed();
    const position = flat.getAttribute('position');
    const place = this.#parent.clone().multiply(matrix(placing));
    const foot = new Color(dye.foot);
    const top = new Color(dye.top ?? dye.foot);
    const mixed = new Color();
    const corners = [new Vector3(), new Vector3(), new Vector3()] as const;
    const [a, b, c] = corners;
    const normal = new Vector3();
    const edge = new Vector3();
    shape.computeBoundingBox();
    const low = shape.boundingBox?.min.y ?? 0;
    const span = Math.max(1e-6, (shape.boundingBox?.max.y ?? 1) - low);
    for (let i = 0; i < position.count; i += 3) {
      const heights: number[] = [];
      for (let k = 0; k < 3; k++) {
        const v = corners[k] ?? a;
        v.fromBufferAttribute(position, i + k);
        heights.push((v.y - low) / span);
        bend?.(v);
        v.applyMatrix4(place);
      }
      normal.subVectors(c, b).cross(edge.subVectors(a, b)).normalize();
      for (let k = 0; k < 3; k++) {
        const v = corners[k] ?? a;
        this.#positions.push(v.x, v.y, v.z);
        this.#normals.push(normal.x, normal.y, normal.z);
        mixed.lerpColors(foot, top, heights[k] ?? 0);
        this.#colours.push(mixed.r, mixed.g, mixed.b);
        this.#leaves.push(dye.leaf ?? 0);
      }
    }
    if (flat !== shape) flat.dispose();
    shape.dispose();
  }

  box(size: readonly [number, number, number], dye: Dye, placing?: Placing): void {
    this.add(new BoxGeometry(...size), dye, placing);
  }

  /** A box with edges cut by `cut` metres: an octagon's prism stood along Y and capped with bevels. */
  bevelled(size: readonly [number, number, number], cut: number, dye: Dye, placing?: Placing): void {
    this.add(bevelledBox(size, cut), dye, placing);
  }

  /** A prism of `sides`, standing on its foot at y 0. */
  drum(foot: number, top: number, height: number, sides: number, dye: Dye, placing: Placing = {}): void {
    const shape = new CylinderGeometry(top, foot, height, sides, 1).translate(0, height / 2, 0);
    this.add(shape, dye, placing);
  }

  /** A cone standing on its foot at y 0. */
  cone(radius: number, height: number, sides: number, dye: Dye, placing?: Placing, bend?: (v: Vector3) => void): void {
    this.add(new ConeGeometry(radius, height, sides, 1).translate(0, height / 2, 0), dye, placing, bend);
  }

  ball(radius: number, detail: number, dye: Dye, placing?: Placing, bend?: (v: Vector3) => void): void {
    this.add(new IcosahedronGeometry(radius, detail), dye, placing, bend);
  }

  diamond(radius: number, dye: Dye, placing?: Placing): void {
    this.add(new OctahedronGeometry(radius, 0), dye, placing);
  }

  /** A ring lying in the XY plane. */
  ring(radius: number, tube: number, around: number, across: number, dye: Dye, placing?: Placing): void {
    this.add(new TorusGeometry(radius, tube, across, around), dye, placing);
  }

  /** The soup as one geometry: position, normal, color and, when asked for, `aLeaf`. */
  geometry(withLeaves = false): BufferGeometry {
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(new Float32Array(this.#positions), 3));
    geometry.setAttribute('normal', new BufferAttribute(new Float32Array(this.#normals), 3));
    geometry.setAttribute('color', new BufferAttribute(new Float32Array(this.#colours), 3));
    if (withLeaves) geometry.setAttribute('aLeaf', new BufferAttribute(new Float32Array(this.#leaves), 1));
    return geometry;
  }
}

/** A box whose twelve edges are cut: every corner of a box becomes three, pulled in along two axes. */
export function bevelledBox(size: readonly [number, number, number], cut: number): BufferGeometry {
  const [hx, hy, hz] = [size[0] / 2, size[1] / 2, size[2] / 2];
  const c = Math.min(cut, hx * 0.9, hy * 0.9, hz * 0.9);
  const out: number[] = [];
  const tri = (a: number[], b: number[], d: number[]) => {
    const u = b.map((v, k) => v - (a[k] ?? 0));
    const w = d.map((v, k) => v - (a[k] ?? 0));
    const at = (list: number[], k: number) => list[k] ?? 0;
    const n = [
      at(u, 1) * at(w, 2) - at(u, 2) * at(w, 1),
      at(u, 2) * at(w, 0) - at(u, 0) * at(w, 2),
      at(u, 0) * at(w, 1) - at(u, 1) * at(w, 0),
    ];
    const middle = [0, 1, 2].map((k) => at(a, k) + at(b, k) + at(d, k));
    const outward = n.reduce((sum, v, k) => sum + v * at(middle, k), 0) >= 0;
    for (const p of outward ? [a, b, d] : [a, d, b]) out.push(...p);
  };
  const quad = (a: number[], b: number[], d: number[], e: number[]) => {
    tri(a, b, d);
    tri(a, d, e);
  };
  const X = (sx: number, sy: number, sz: number) => [sx * hx, sy * (hy - c), sz * (hz - c)];
  const Y = (sx: number, sy: number, sz: number) => [sx * (hx - c), sy * hy, sz * (hz - c)];
  const Z = (sx: number, sy: number, sz: number) => [sx * (hx - c), sy * (hy - c), sz * hz];
  for (const s of [-1, 1]) {
    quad(X(s, -1, -1), X(s, 1, -1), X(s, 1, 1), X(s, -1, 1));
    quad(Y(-1, s, -1), Y(1, s, -1), Y(1, s, 1), Y(-1, s, 1));
    quad(Z(-1, -1, s), Z(1, -1, s), Z(1, 1, s), Z(-1, 1, s));
    for (const t of [-1, 1]) {
      quad(X(s, t, -1), X(s, t, 1), Y(s, t, 1), Y(s, t, -1));
      quad(X(s, -1, t), X(s, 1, t), Z(s, 1, t), Z(s, -1, t));
      quad(Y(-1, s, t), Y(1, s, t), Z(1, s, t), Z(-1, s, t));
      for (const r of [-1, 1]) tri(X(s, t, r), Y(s, t, r), Z(s, t, r));
    }
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(out), 3));
  return geometry;
}
