/** The piece in hand: where it would stand, led by arrows or by the pointer, and set down there. */
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Editor } from './editor.ts';
import type { Orbit } from './orbit.ts';
import { boxOf, newPiece, type Piece, type PieceKind, UNITS } from './piece.ts';
import { hitPieces, hitPlane, type Ray, snap } from './ray.ts';

/** A place for the foot of a piece, 1/64 m. */
export interface Spot {
  readonly x: number;
  readonly foot: number;
  readonly z: number;
}

/** The piece in hand where it would stand; `yaw` in 1/24 turn. */
export interface Placed extends Spot {
  readonly kind: PieceKind;
  readonly yaw: number;
}

/** What pieces are set upon when arrows lead one there; everything else is passed through or hangs in the air. */
const GROUND: ReadonlySet<PieceKind> = new Set(['box', 'ramp', 'platform', 'crate', 'door', 'tile', 'grip', 'button']);
/** Higher than any course, m. */
const ABOVE = 2_000;

/** One hand; it is empty while the editor has no tool. */
export class Placing {
  /** What is in hand and where it would stand. Null while the hand is empty. */
  readonly placed: ReadonlySignal<Placed | null>;
  readonly #editor: Editor;
  readonly #orbit: Orbit;
  readonly #sight: () => Ray;
  readonly #spot = signal<Spot>({ x: 0, foot: 0, z: 0 });
  readonly #yaw = signal(0);
  /** The height at which arrows lead, where nothing higher stands in the way. */
  #level = 0;

  /** @param sight the ray through the middle of what is seen of the picture between the panels */
  constructor(editor: Editor, orbit: Orbit, sight: () => Ray) {
    this.#editor = editor;
    this.#orbit = orbit;
    this.#sight = sight;
    this.placed = computed(() => {
      const kind = editor.tool.value;
      return kind === null ? null : { kind, ...this.#spot.value, yaw: this.#yaw.value };
    });
  }

  /** Takes a kind in hand, beside the selected piece or in the middle of the picture; null lets go. */
  take(kind: PieceKind | null): void {
    const beside = this.#editor.piece.value;
    batch(() => {
      this.#editor.tool.value = kind;
      if (kind === null) return;
      this.#editor.selected.value = null;
      this.point(beside === null ? this.#inSight() : this.#beside(beside, kind));
    });
  }

  /** Leads it to a place that was pointed at. */
  point(spot: Spot): void {
    this.#level = spot.foot;
    this.#spot.value = spot;
  }

  /** Leads it by steps of the grid; it climbs what stands there. */
  move(x: number, z: number): void {
    const { step, draft } = this.#editor;
    const spot = this.#spot.value;
    const to = { x: spot.x + x * step.value, z: spot.z + z * step.value };
    const foot = Math.max(this.#level, groundAt(to, draft.value.pieces) ?? this.#level);
    this.#spot.value = { ...to, foot };
    this.#follow();
  }

  /** Raises it by steps of the grid. */
  raise(by: number): void {
    const spot = this.#spot.value;
    this.point({ ...spot, foot: spot.foot + by * this.#editor.step.value });
    this.#follow();
  }

  /** Turns it by 15° steps. */
  turn(by: number): void {
    this.#yaw.value = (((this.#yaw.value + by) % 24) + 24) % 24;
  }

  /** Sets it down; another of its kind follows beside it where it is kept in hand. */
  setDown(keep: boolean): void {
    const placed = this.placed.value;
    if (placed === null) return;
    this.#editor.place(placed.kind, placed.x, placed.foot, placed.z, placed.yaw);
    this.take(keep ? placed.kind : null);
  }

  #follow(): void {
    const { x, foot, z } = this.#spot.value;
    this.#orbit.follow({ x: x / UNITS, y: foot / UNITS, z: z / UNITS });
  }

  /** The middle of what is seen; the place that the eye circles, when that is the sky. */
  #inSight(): Spot {
    const { draft, step } = this.#editor;
    const { x, z } = this.#orbit.target;
    const here = { x: snap(x, step.value), z: snap(z, step.value) };
    const { pieces } = draft.value;
    return spotOn(this.#sight(), pieces, step.value) ?? { ...here, foot: groundAt(here, pieces) ?? 0 };
  }

  /** To the right of a piece as one sees it, on the same foot. */
  #beside(piece: Piece, kind: PieceKind): Spot {
    const { at, half } = boxOf(piece);
    const step = this.#editor.step.value;
    const { x, z } = this.#orbit.gridRight();
    const fresh = newPiece(0, kind, [0, 0, 0]).half;
    const gap = Math.max(half[0], half[2]) + Math.max(fresh[0], fresh[2]);
    const far = Math.ceil(gap / step) * step;
    return { x: at[0] + x * far, foot: at[1] - half[1], z: at[2] + z * far };
  }
}

/** Where a piece would stand that is pointed at by a ray: on top of what it meets, else on the building plane; not in the sky. */
export function spotOn(ray: Ray, pieces: readonly Piece[], step: number): Spot | null {
  const hit = hitPieces(ray, pieces);
  const at = hit?.onTop === true ? hit.at : hitPlane(ray, 0);
  return at === null ? null : { x: snap(at.x, step), foot: Math.round(at.y * UNITS), z: snap(at.z, step) };
}

/** The height of the highest ground at a place, 1/64 m, or null over nothing. */
function groundAt({ x, z }: Omit<Spot, 'foot'>, pieces: readonly Piece[]): number | null {
  const ray = { from: { x: x / UNITS, y: ABOVE, z: z / UNITS }, along: { x: 0, y: -1, z: 0 } };
  const hit = hitPieces(
    ray,
    pieces.filter(({ kind }) => GROUND.has(kind)),
  );
  return hit === null ? null : Math.round(hit.at.y * UNITS);
}
