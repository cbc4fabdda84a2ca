/** The hand that bends a chain: a bead is pulled and its neighbours follow, or all that comes after it is turned. */
import { type Signal, signal } from '@preact/signals';
import { t } from '#client/i18n/translate.ts';
import type { Vec3, Workpiece } from '#content/families/family.ts';
import { chainOf, type Lattice, movesOf } from '#shared/maths/lattice.ts';
import { applyPull, pullsOf } from '#shared/maths/pull-moves.ts';
import { add, cross, dot, length, scale, subtract } from '#shared/maths/vector.ts';
import type { Payload } from '#shared/records/payload.ts';
import type { Gaze, Hand, HandMarks, KeyedWork, KeyPress, Work } from './hand.ts';
import { ballAround, firstMet, isSamePlace, meetPlane, nearestAxis, type Ray } from './space.ts';

export type MovesPiece = Extract<Workpiece, { hand: 'moves' }>;

/** How near a ray must pass to take hold of a bead, in links. */
const REACH = 0.46;
/** Pulls that one motion of the pointer may take. */
const MOST_PULLS = 4;

/** A chain of beads on a lattice. */
export class MovesHand implements Hand {
  readonly kind = 'moves';
  readonly heavy = false;
  readonly first: Work;
  readonly home;
  readonly changes = signal(0);
  readonly chosen: Signal<number>;
  readonly #lattice: Lattice;
  readonly #axes: readonly (0 | 1 | 2)[];
  readonly #beads: string;
  #hovered: number | null = null;

  constructor(piece: MovesPiece) {
    this.first = chainOf(piece.start);
    this.#lattice = piece.lattice;
    this.#beads = piece.beads;
    this.#axes = piece.lattice === 'square' ? [0, 1] : [0, 1, 2];
    this.chosen = signal(Math.floor(this.first.length / 2));
    // A folded chain fills the picture; a stretched one reaches beyond the bench.
    this.home = { middle: ballAround(this.first).middle, radius: 0.9 * Math.sqrt(this.first.length) + 1 };
  }

  payloadOf(work: Work): Payload {
    return { kind: 'moves', moves: movesOf(work) };
  }

  workOf(payload: Payload): Work | null {
    if (payload.kind !== 'moves' || payload.moves.length !== this.first.length - 1) return null;
    const chain = chainOf(payload.moves);
    const aside = subtract(ballAround(chain).middle, this.home.middle);
    const whole: Vec3 = [Math.round(aside[0]), Math.round(aside[1]), Math.round(aside[2])];
    return chain.map((place) => subtract(place, whole));
  }

  choose(by: number): void {
    const count = Math.max(1, this.first.length);
    this.chosen.value = (this.chosen.value + by + count) % count;
    this.changes.value++;
  }

  marks(work: Work): HandMarks {
    const ring = (index: number, colour: string) => {
      const at = work[index];
      return at === undefined ? [] : [{ at, radius: 0.46, cage: false, colour }];
    };
    const hovered = this.#hovered === null || this.#hovered === this.chosen.value ? [] : ring(this.#hovered, '#ffffff');
    const at = work[this.chosen.value];
    const targets = this.#pulls(work)
      .map((chain) => chain[this.chosen.value])
      .filter((place) => place !== undefined && at !== undefined && !isSamePlace(place, at));
    const once = new Map(targets.flatMap((place) => (place === undefined ? [] : [[String(place), place]])));
    const dots = [...once.values()].map((place) => ({ at: place, radius: 0.13, colour: '#ffd36b' }));
    return { dots, cursors: [...ring(this.chosen.value, '#ffd36b'), ...hovered], sheet: null, globe: null };
  }

  hover(ray: Ray | null, work: Work): void {
    const index = ray === null ? null : firstMet(ray, work, REACH, Number.POSITIVE_INFINITY);
    if (index === this.#hovered) return;
    this.#hovered = index;
    this.changes.value++;
  }

  press(ray: Ray, work: Work): boolean {
    const index = firstMet(ray, work, REACH, Number.POSITIVE_INFINITY);
    if (index === null) return false;
    this.chosen.value = index;
    this.changes.value++;
    return true;
  }

  drag(ray: Ray, gaze: Gaze, work: Work): Work {
    let chain = work;
    for (let pull = 0; pull < MOST_PULLS; pull++) {
      const at = chain[this.chosen.value];
      const to = at === undefined ? null : meetPlane(ray, at, gaze.ahead);
      if (at === undefined || to === null) return chain;
      const best = this.#nearest(chain, to, gaze.ahead);
      if (best === null) return chain;
      chain = best;
    }
    return chain;
  }

  tap(_ray: Ray, work: Work): Work {
    return work;
  }

  key({ code, shift }: KeyPress, gaze: Gaze, work: Work): KeyedWork | null {
    this.#hovered = null;
    const still = (): KeyedWork => ({ work, gesture: null });
    switch (code) {
      case 'BracketLeft':
        this.choose(-1);
        return still();
      case 'BracketRight':
        this.choose(1);
        return still();
      case 'KeyR':
        return { work: this.turned(work, gaze, shift ? -1 : 1), gesture: null };
      default: {
        const way = this.#wayOf(code, gaze);
        return way === null ? null : { work: this.#pulled(work, way), gesture: null };
      }
    }
  }

  /** All beads after the chosen one, turned a quarter around it about the direction of sight. They may collide. */
  turned(work: Work, gaze: Gaze, sign: 1 | -1): Work {
    const pivot = work[this.chosen.value];
    if (pivot === undefined) return work;
    const axis = this.#axes.length === 2 ? ([0, 0, -1] as const) : nearestAxis(gaze.ahead, this.#axes);
    return work.map((place, index) => {
      if (index <= this.chosen.value) return place;
      const arm = subtract(place, pivot);
      // A quarter turn: what lies along the axis stays, the rest goes over into its cross product.
      const along = scale(axis, dot(arm, axis));
      return add(pivot, add(along, scale(cross(axis, arm), sign)));
    });
  }

  says(work: Work): string {
    const shines = this.#beads[this.chosen.value] === 'H';
    const facts = { index: this.chosen.value + 1, count: work.length };
    return t(shines ? 'bench.moves.chosen-bright' : 'bench.moves.chosen', facts);
  }

  /** Every chain that one pull of the chosen bead makes; each holds. */
  #pulls(work: Work): readonly Work[] {
    return pullsOf(work, this.chosen.value, this.#lattice).map((pull) => applyPull(work, pull));
  }

  /** Right and left, up and down as they are seen; Page Up and Page Down are away and near. */
  #wayOf(code: string, gaze: Gaze): Vec3 | null {
    const right = nearestAxis(gaze.right, this.#axes);
    const rest = this.#axes.filter((axis) => right[axis] === 0);
    const up = nearestAxis(gaze.up, rest);
    const last = rest.filter((axis) => up[axis] === 0);
    const ahead = last.length === 0 ? null : nearestAxis(gaze.ahead, last);
    const ways: Readonly<Record<string, Vec3 | null>> = {
      ArrowRight: right,
      ArrowLeft: scale(right, -1),
      ArrowUp: up,
      ArrowDown: scale(up, -1),
      PageUp: ahead,
      PageDown: ahead === null ? null : scale(ahead, -1),
    };
    return ways[code] ?? null;
  }

  /** The pull that carries the chosen bead furthest along a direction, of those the one that moves the fewest beads. */
  #pulled(work: Work, way: Vec3): Work {
    const at = work[this.chosen.value];
    if (at === undefined) return work;
    let best = work;
    let most = 0.01;
    for (const chain of this.#pulls(work)) {
      const to = chain[this.chosen.value];
      if (to === undefined) continue;
      const step = subtract(to, at);
      const gain = dot(step, way) - 0.1 * (length(step) - 1) - moved(work, chain) * 1e-4;
      if (dot(step, way) <= 0 || gain <= most) continue;
      most = gain;
      best = chain;
    }
    return best;
  }

  /** The pull that brings the chosen bead nearest to a place as it is seen; null when none brings it nearer. */
  #nearest(work: Work, to: Vec3, ahead: Vec3): Work | null {
    const here = work[this.chosen.value];
    if (here === undefined) return null;
    const away = (place: Vec3) => {
      const off = subtract(place, to);
      const deep = dot(off, ahead);
      return length(subtract(off, scale(ahead, deep))) + 0.15 * Math.abs(deep);
    };
    let best: Work | null = null;
    let least = away(here) - 0.2;
    for (const chain of this.#pulls(work)) {
      const place = chain[this.chosen.value];
      if (place === undefined) continue;
      const far = away(place) + moved(work, chain) * 1e-4;
      if (far >= least) continue;
      least = far;
      best = chain;
    }
    return best;
  }
}

function moved(before: Work, after: Work): number {
  return after.reduce((count, place, index) => {
    const was = before[index];
    return was !== undefined && isSamePlace(was, place) ? count : count + 1;
  }, 0);
}
