/** The hand that sets lanterns: floor by floor in a grid, with snapping, mirrored where that is wanted. */
import { type Signal, signal } from '@preact/signals';
import { t } from '#client/i18n/translate.ts';
import type { Vec3, Workpiece } from '#content/families/family.ts';
import { add } from '#shared/maths/vector.ts';
import type { Payload } from '#shared/records/payload.ts';
import type { Gaze, Hand, HandMarks, KeyedWork, KeyPress, Work } from './hand.ts';
import { isSamePlace, meetPlane, nearestAxis, type Ray } from './space.ts';

export type PointsPiece = Extract<Workpiece, { hand: 'points' }>;

const AXES = [0, 1, 2] as const;
/** More places than this are not shown all at once. */
const MOST_DOTS = 1_000;
const CYAN = '#63f5ff';
const GOLD = '#ffd36b';

/** Lanterns in a square (upright) or a cube (in level floors). */
export class PointsHand implements Hand {
  readonly kind = 'points';
  readonly heavy = false;
  readonly first: Work = [];
  readonly home;
  readonly changes = signal(0);
  /** The place that keys act on. */
  readonly cursor: Signal<Vec3>;
  /** For each axis whether its mirror is on. */
  readonly mirrors = signal<readonly [boolean, boolean, boolean]>([false, false, false]);
  readonly size: Vec3;
  /** Whether there are floors to go up and down. */
  readonly deep: boolean;
  readonly #taken: ReadonlySet<string>;
  #hovered: Vec3 | null = null;
  /** The lantern in hand: where it was, and the work without it. */
  #held: { readonly from: Vec3; readonly rest: Work } | null = null;

  constructor(piece: PointsPiece) {
    const [x = 1, y = 1, z] = piece.size;
    this.size = [x, y, z ?? 1];
    this.deep = z !== undefined;
    this.#taken = new Set(piece.taken.map(String));
    const middle: Vec3 = [(x - 1) / 2, (y - 1) / 2, (this.size[2] - 1) / 2];
    this.cursor = signal<Vec3>([Math.floor(middle[0]), Math.floor(middle[1]), Math.floor(middle[2])]);
    const half = Math.sqrt(x * x + y * y + (this.deep ? this.size[2] * this.size[2] : 0)) / 2;
    this.home = { middle, radius: half };
  }

  /** Which floor is worked on. */
  get floor(): number {
    return this.cursor.value[1];
  }

  goToFloor(floor: number): void {
    const [x, y, z] = this.cursor.value;
    const to = Math.min(this.size[1] - 1, Math.max(0, floor));
    this.#hovered = null;
    if (to !== y) this.#look([x, to, z]);
  }

  /** Turns the mirror of an axis on or off. */
  mirror(axis: 0 | 1 | 2): void {
    const [x, y, z] = this.mirrors.value;
    this.mirrors.value = [axis === 0 ? !x : x, axis === 1 ? !y : y, axis === 2 ? !z : z];
    this.changes.value++;
  }

  payloadOf(work: Work): Payload {
    return { kind: 'points', points: work.map(([x, y, z]) => (this.deep ? [x, y, z] : [x, y])) };
  }

  workOf(payload: Payload): Work | null {
    if (payload.kind !== 'points') return null;
    return payload.points.map(([x = 0, y = 0, z = 0]): Vec3 => [x, y, z]);
  }

  /** Sets a lantern, or takes it away, with its images in the mirrors. */
  toggle(work: Work, at: Vec3): Work {
    return this.#isSet(work, at) ? this.#without(work, at) : this.#with(work, at);
  }

  marks(work: Work): HandMarks {
    const set = new Set(work.map(String));
    const dots = this.#cells()
      .filter((cell) => !set.has(String(cell)))
      .map((at) => {
        const here = !this.deep || at[1] === this.floor;
        return { at, radius: here ? 0.09 : 0.045, colour: here ? '#dffbff' : '#a99cc0' };
      });
    const chosen = this.#hovered ?? this.cursor.value;
    const cages = this.#images(chosen).map((at) => {
      const colour = isSamePlace(at, chosen) ? GOLD : CYAN;
      return { at, radius: 0.44, cage: true, colour };
    });
    // In a cube the lanterns of the lit floor are ringed: depth is hard to see.
    const here = this.deep ? work.filter(([, y]) => y === this.floor) : [];
    const rings = here.map((at) => ({ at, radius: 0.36, cage: false, colour: '#bff7ff' }));
    return { dots, cursors: [...cages, ...rings], sheet: this.#sheet(), globe: null };
  }

  hover(ray: Ray | null): void {
    const at = ray === null ? null : this.#cellAt(ray);
    if (String(at) === String(this.#hovered)) return;
    this.#hovered = at;
    this.changes.value++;
  }

  press(ray: Ray, work: Work): boolean {
    const at = this.#cellAt(ray);
    if (at === null || !this.#isSet(work, at)) return false;
    this.#held = { from: at, rest: this.#without(work, at) };
    return true;
  }

  drag(ray: Ray, _gaze: Gaze, work: Work): Work {
    const at = this.#cellAt(ray);
    if (this.#held === null || at === null) return work;
    const { from, rest } = this.#held;
    if (isSamePlace(at, from) || this.#isSet(rest, at)) return work;
    this.#held = { from: at, rest };
    this.#look(at);
    return this.#with(rest, at);
  }

  tap(ray: Ray, work: Work): Work {
    const at = this.#cellAt(ray);
    if (at === null) return work;
    this.#look(at);
    return this.toggle(work, at);
  }

  key({ code }: KeyPress, gaze: Gaze, work: Work): KeyedWork | null {
    const still = (): KeyedWork => ({ work, gesture: null });
    const level = this.deep ? ([0, 2] as const) : ([0] as const);
    const go = (step: Vec3, by: 1 | -1): KeyedWork => {
      this.#hovered = null;
      this.#look(this.#within(add(this.cursor.value, [step[0] * by, step[1] * by, step[2] * by])));
      return still();
    };
    const right = nearestAxis(gaze.right, level);
    // In floors ahead is away from the eye; on an upright square it is up.
    const ahead: Vec3 = this.deep ? crossLevel(right) : [0, 1, 0];
    if (code === 'ArrowRight') return go(right, 1);
    if (code === 'ArrowLeft') return go(right, -1);
    if (code === 'ArrowUp') return go(ahead, 1);
    if (code === 'ArrowDown') return go(ahead, -1);
    if (code === 'PageUp' && this.deep) return go([0, 1, 0], 1);
    if (code === 'PageDown' && this.deep) return go([0, 1, 0], -1);
    if (code === 'Space' || code === 'Enter') return { work: this.toggle(work, this.cursor.value), gesture: null };
    if (code === 'Delete' || code === 'Backspace')
      return { work: this.#without(work, this.cursor.value), gesture: null };
    return null;
  }

  says(work: Work): string {
    const [x, y, z] = this.cursor.value;
    const at = this.deep ? `${x + 1}, ${y + 1}, ${z + 1}` : `${x + 1}, ${y + 1}`;
    if (this.#isTaken(this.cursor.value)) return t('bench.points.taken', { at });
    return t(this.#isSet(work, this.cursor.value) ? 'bench.points.set' : 'bench.points.free', { at });
  }

  #look(at: Vec3): void {
    this.cursor.value = at;
    this.changes.value++;
  }

  #isSet(work: Work, at: Vec3): boolean {
    return work.some((place) => isSamePlace(place, at));
  }

  #isTaken(at: Vec3): boolean {
    return this.#taken.has(String(this.deep ? at : at.slice(0, 2)));
  }

  #with(work: Work, at: Vec3): Work {
    return [...work, ...this.#images(at).filter((cell) => !this.#isTaken(cell) && !this.#isSet(work, cell))];
  }

  #without(work: Work, at: Vec3): Work {
    const images = this.#images(at);
    return work.filter((place) => !images.some((image) => isSamePlace(place, image)));
  }

  /** The place and its images in the mirrors that are on, each once. */
  #images(at: Vec3): readonly Vec3[] {
    let images: readonly Vec3[] = [at];
    for (const axis of AXES) {
      if (this.mirrors.value[axis] !== true) continue;
      const fresh = images
        .map((image): Vec3 => {
          const flip = (index: 0 | 1 | 2) => (index === axis ? this.size[index] - 1 - image[index] : image[index]);
          return [flip(0), flip(1), flip(2)];
        })
        .filter((image) => !images.some((known) => isSamePlace(known, image)));
      images = [...images, ...fresh];
    }
    return images;
  }

  /** The free or set place of the floor (or square) under a ray. */
  #cellAt(ray: Ray): Vec3 | null {
    const at = this.deep ? meetPlane(ray, [0, this.floor, 0], [0, 1, 0]) : meetPlane(ray, [0, 0, 0], [0, 0, 1]);
    if (at === null) return null;
    // Nought added to a rounded number keeps −0 out of the payload.
    const [x, y, z] = [Math.round(at[0]) + 0, Math.round(at[1]) + 0, Math.round(at[2]) + 0];
    const cell: Vec3 = this.deep ? [x, this.floor, z] : [x, y, 0];
    return isSamePlace(this.#within(cell), cell) && !this.#isTaken(cell) ? cell : null;
  }

  #within(at: Vec3): Vec3 {
    const into = (axis: 0 | 1 | 2) => Math.min(this.size[axis] - 1, Math.max(0, at[axis]));
    return [into(0), into(1), into(2)];
  }

  /** Every place that may be set; of a large grid only those of the floor. */
  #cells(): readonly Vec3[] {
    const cells: Vec3[] = [];
    const all = this.size[0] * this.size[1] * this.size[2] <= MOST_DOTS;
    const [from, to] = all ? [0, this.size[1]] : [this.floor, this.floor + 1];
    for (let y = from; y < to; y++)
      for (let z = 0; z < this.size[2]; z++)
        for (let x = 0; x < this.size[0]; x++) if (!this.#isTaken([x, y, z])) cells.push([x, y, z]);
    return cells;
  }

  #sheet(): HandMarks['sheet'] {
    const [x, y, z] = this.home.middle;
    if (!this.deep) return { at: [x, y, -0.32], half: [this.size[0] / 2, this.size[1] / 2, 0.02] };
    return { at: [x, this.floor - 0.32, z], half: [this.size[0] / 2, 0.02, this.size[2] / 2] };
  }
}

/** The level direction to the left of a level one: away from the eye when that one is to its right. */
function crossLevel([x, , z]: Vec3): Vec3 {
  return [z, 0, -x];
}
