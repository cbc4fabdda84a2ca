/** The map of the frontier over the dais: a ring for each kind of problem, a star on it for each open challenge. */
import { Color, Euler, Group, InstancedMesh, Matrix4, Quaternion, Vector3 } from 'three';
import { DAIS, PLAZA_HEIGHT } from '#content/world/island.ts';
import type { LabelText } from './label-ink.ts';
import type { Labels } from './labels.ts';
import { MEANING } from './palette.ts';
import { Soup } from './soup.ts';
import { glow, type SharedUniforms } from './styl.ts';

/** An open challenge as a star: its colour tells its state, its size how hard it is. */
export type MapStar = {
  readonly family: string;
  readonly state: 'frontier' | 'solved' | 'training';
  /** 0…5. */
  readonly difficulty: number;
};

/** What the map says and shows. */
export type MapDraw = { readonly title: string; readonly summary: string; readonly stars: readonly MapStar[] };

/** More kinds than this share the outermost ring. */
const RINGS = 8;
const STARS = 64;
/** Metres: the first ring, the way to the next, and how high above the dais their middle hangs. */
const FIRST = 1.25;
const STEP = 0.42;
const HEIGHT = 4.3;
/** Leaning this far, radians, one ring to each side in turn. */
const LEAN = 0.2;
const TURN = 2.399963;

/** Two draws for all rings and stars. */
export class FrontierMap {
  readonly group = new Group();
  readonly #rings: InstancedMesh;
  readonly #stars: InstancedMesh;
  #label: LabelText | null = null;
  #shown: readonly (MapStar & { readonly ring: number })[] = [];

  constructor(shared: SharedUniforms) {
    const ring = new Soup();
    ring.ring(1, 0.011, 64, 3, { foot: 0xffffff }, { turn: [Math.PI / 2, 0, 0] });
    this.#rings = new InstancedMesh(ring.geometry(), glow(shared, 0.8), RINGS);
    const star = new Soup();
    star.diamond(0.2, { foot: 0xd0d0d0, top: 0xffffff }, { scale: [0.75, 1.2, 0.75] });
    this.#stars = new InstancedMesh(star.geometry(), glow(shared, 1), STARS);
    for (const mesh of [this.#rings, this.#stars]) {
      mesh.frustumCulled = false;
      mesh.count = 0;
    }
    this.group.position.set(DAIS.x, PLAZA_HEIGHT + DAIS.rise + HEIGHT, DAIS.z);
    this.group.add(this.#rings, this.#stars);
  }

  /** Shows exactly these challenges. */
  set({ title, summary, stars }: MapDraw): void {
    const families = [...new Set(stars.map(({ family }) => family))].sort();
    this.#label = { dot: hex(MEANING.frontier), text: title, second: summary };
    this.#shown = stars
      .slice(0, STARS)
      .map((star) => ({ ...star, ring: Math.min(RINGS - 1, families.indexOf(star.family)) }));
    this.#rings.count = Math.min(RINGS, families.length);
    this.#stars.count = this.#shown.length;
    for (const [index, star] of this.#shown.entries())
      this.#stars.setColorAt(index, COLOUR.set(MEANING[star.state]).multiplyScalar(1.7));
    for (let ring = 0; ring < this.#rings.count; ring++) {
      const best = this.#shown.some((star) => star.ring === ring && star.state === 'frontier');
      this.#rings.setColorAt(ring, COLOUR.set(best ? MEANING.frontier : MEANING.dormant));
    }
    for (const mesh of [this.#rings, this.#stars])
      if (mesh.instanceColor !== null) mesh.instanceColor.needsUpdate = true;
  }

  /** Once a frame: the rings turn, each at its own pace; what is said fades with distance. */
  frame(seconds: number, labels: Labels, eyeX: number, eyeZ: number): void {
    for (let ring = 0; ring < this.#rings.count; ring++) {
      const radius = radiusOf(ring);
      this.#rings.setMatrixAt(ring, MATRIX.compose(ORIGIN, leanOf(ring), SIZE.setScalar(radius)));
    }
    for (const [index, { ring, difficulty, state }] of this.#shown.entries()) {
      const angle = index * TURN + (seconds * (ring % 2 === 0 ? 0.09 : -0.07)) / (1 + 0.25 * ring);
      const lift = state === 'frontier' ? 0.06 * Math.sin(seconds * 1.3 + index) : 0;
      PLACE.set(Math.cos(angle), 0, Math.sin(angle)).multiplyScalar(radiusOf(ring)).applyQuaternion(leanOf(ring));
      PLACE.y += lift;
      SPIN.setFromAxisAngle(UP, seconds * 0.5 + index);
      this.#stars.setMatrixAt(index, MATRIX.compose(PLACE, SPIN, SIZE.setScalar(0.6 + 0.16 * difficulty)));
    }
    for (const mesh of [this.#rings, this.#stars]) mesh.instanceMatrix.needsUpdate = true;
    if (this.#label === null) return;
    const away = Math.hypot(eyeX - DAIS.x, eyeZ - DAIS.z);
    const fade = Math.min(1, Math.max(0, (34 - away) / 10));
    const { x, y, z } = this.group.position;
    labels.place('frontier map', this.#label, x, y + 1.7, z, 0.5 + away * 0.007, fade);
  }
}

const COLOUR = new Color();
const MATRIX = new Matrix4();
const ORIGIN = new Vector3();
const PLACE = new Vector3();
const SIZE = new Vector3();
const SPIN = new Quaternion();
const UP = new Vector3(0, 1, 0);
const LEANING = new Quaternion();
const ANGLES = new Euler();

function radiusOf(ring: number): number {
  return FIRST + STEP * ring;
}

/** A quaternion that is used again by the next call. */
function leanOf(ring: number): Quaternion {
  return LEANING.setFromEuler(ANGLES.set(ring % 2 === 0 ? LEAN : -LEAN, ring * 0.9, 0, 'YXZ'));
}

function hex(colour: number): string {
  return `#${colour.toString(16).padStart(6, '0')}`;
}
