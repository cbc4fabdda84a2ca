/** The hand that pushes beacons: each slides over a ball wherever the pointer or the arrows push it. */
import { signal } from '@preact/signals';
import { t } from '#client/i18n/translate.ts';
import type { Vec3, Workpiece } from '#content/families/family.ts';
import { add, dot, scale, subtract, unit } from '#shared/maths/vector.ts';
import type { Payload } from '#shared/records/payload.ts';
import type { Gaze, Hand, HandMarks, KeyedWork, KeyPress, Work } from './hand.ts';
import { firstMet, meetBall, nearestOn, type Ray } from './space.ts';

export type VectorsPiece = Extract<Workpiece, { hand: 'vectors' }>;

/** The ball under the beacons is at least and at most this large, in radii of theirs. */
const GLOBE = { least: 0.6, most: 0.965 } as const;
/** Radians a key pushes; with Shift a quarter of it. */
const PUSH = 0.035;
/** How far a shake throws a beacon at most, in radii. */
const SHAKE = 0.14;
const DECIMALS = 16;

/** Beacons on the unit sphere. */
export class VectorsHand implements Hand {
  readonly kind = 'vectors';
  readonly heavy = true;
  readonly first: Work;
  readonly home = { middle: [0, 0, 0], radius: 1.12 } as const;
  readonly changes = signal(0);
  readonly chosen = signal(0);
  /** How near a ray must pass to take hold of a beacon, in radii. */
  readonly #reach: number;
  /** Radius of the ball under the beacons: straight lines between neighbours pass above it. */
  readonly #globe: number;
  readonly #weights: readonly number[] | null;
  #hovered: number | null = null;

  constructor(piece: VectorsPiece) {
    this.first = piece.start.map(readVector);
    this.#weights = piece.weights;
    const apart = Math.sqrt((4 * Math.PI) / Math.max(1, this.first.length));
    this.#globe = Math.max(GLOBE.least, Math.min(GLOBE.most, Math.cos(0.68 * apart) - 0.01));
    this.#reach = Math.min(0.16, 1.1 / Math.sqrt(Math.max(1, this.first.length)));
  }

  payloadOf(work: Work): Payload {
    return { kind: 'vectors', vectors: work.map((place) => place.map((part) => part.toFixed(DECIMALS))) };
  }

  workOf(payload: Payload): Work | null {
    if (payload.kind !== 'vectors' || payload.vectors.length !== this.first.length) return null;
    return payload.vectors.map(readVector);
  }

  /** The next or the last beacon. */
  choose(by: 1 | -1): void {
    const count = Math.max(1, this.first.length);
    this.chosen.value = (this.chosen.value + by + count) % count;
    this.changes.value++;
  }

  /** Throws every beacon a little aside. @param random 0 … 1, as `Math.random` */
  shaken(work: Work, random: () => number): Work {
    const aside = () => (random() * 2 - 1) * SHAKE;
    return work.map((place) => unit(add(place, [aside(), aside(), aside()])));
  }

  marks(work: Work): HandMarks {
    const radius = this.#reach * 0.75;
    const ring = (index: number, colour: string) => {
      const at = work[index];
      return at === undefined ? [] : [{ at: scale(at, 1.015), radius, cage: false, colour }];
    };
    const hovered = this.#hovered === null || this.#hovered === this.chosen.value ? [] : ring(this.#hovered, '#ffffff');
    const cursors = [...ring(this.chosen.value, '#ffd36b'), ...hovered];
    return { dots: [], cursors, sheet: null, globe: { at: [0, 0, 0], radius: this.#globe } };
  }

  hover(ray: Ray | null, work: Work): void {
    const index = ray === null ? null : this.#beaconAt(ray, work);
    if (index === this.#hovered) return;
    this.#hovered = index;
    this.changes.value++;
  }

  press(ray: Ray, work: Work): boolean {
    const index = this.#beaconAt(ray, work);
    if (index === null) return false;
    this.chosen.value = index;
    this.changes.value++;
    return true;
  }

  drag(ray: Ray, _gaze: Gaze, work: Work): Work {
    const far = meetBall(ray, [0, 0, 0], 1);
    // Beside the ball the beacon goes on along its edge.
    const to = unit(far === null ? nearestOn(ray, [0, 0, 0]) : add(ray.from, scale(ray.along, far)));
    return this.#moved(work, to);
  }

  tap(_ray: Ray, work: Work): Work {
    return work;
  }

  key({ code, shift }: KeyPress, gaze: Gaze, work: Work): KeyedWork | null {
    this.#hovered = null;
    const push = (direction: Vec3, sign: 1 | -1): KeyedWork => {
      const at = work[this.chosen.value];
      if (at === undefined) return { work, gesture: null };
      const flat = subtract(direction, scale(at, dot(direction, at)));
      const step = scale(unit(flat), sign * (shift ? PUSH / 4 : PUSH));
      return { work: this.#moved(work, unit(add(at, step))), gesture: `push ${this.chosen.value}` };
    };
    switch (code) {
      case 'BracketLeft':
        this.choose(-1);
        return { work, gesture: null };
      case 'BracketRight':
        this.choose(1);
        return { work, gesture: null };
      case 'ArrowRight':
        return push(gaze.right, 1);
      case 'ArrowLeft':
        return push(gaze.right, -1);
      case 'ArrowUp':
        return push(gaze.up, 1);
      case 'ArrowDown':
        return push(gaze.up, -1);
      default:
        return null;
    }
  }

  says(work: Work): string {
    const weight = this.#weights?.[this.chosen.value] ?? 1;
    const facts = { index: this.chosen.value + 1, count: work.length, weight };
    return t(weight === 1 ? 'bench.vectors.chosen' : 'bench.vectors.chosen-heavy', facts);
  }

  #moved(work: Work, to: Vec3): Work {
    return work.map((place, index) => (index === this.chosen.value ? to : place));
  }

  /** Beacons behind the ball are out of reach. */
  #beaconAt(ray: Ray, work: Work): number | null {
    const limit = meetBall(ray, [0, 0, 0], this.#globe * 0.98) ?? Number.POSITIVE_INFINITY;
    return firstMet(ray, work, this.#reach, limit);
  }
}

function readVector([x = '0', y = '0', z = '0']: readonly string[]): Vec3 {
  return unit([Number(x), Number(y), Number(z)]);
}
