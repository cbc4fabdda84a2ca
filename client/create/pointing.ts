/** Pointer, fingers and wheel over the workshop: place, select, drag along the ground, circle, slide, come closer. */
import { Fingers } from '#client/input/fingers.ts';
import type { Editor } from './editor.ts';
import type { Orbit } from './orbit.ts';
import { type Piece, type Triple, UNITS } from './piece.ts';
import { type Placing, type Spot, spotOn } from './placing.ts';
import { hitPieces, hitPlane, type Ray, snap } from './ray.ts';

/** What pointers that are down do. */
type Grip = { readonly kind: 'circle' | 'slide' | 'pinch' } | PieceGrip;
interface PieceGrip {
  readonly kind: 'piece';
  readonly piece: Piece;
  /** From the ground under the pointer to the middle of the piece, m. */
  readonly dx: number;
  readonly dz: number;
}

/** A pointer that moved less than this was a click, px. */
const CLICK = 5;

/** Listens on the canvas while the page builds. */
export class Pointing {
  readonly #canvas: HTMLCanvasElement;
  readonly #editor: Editor;
  readonly #orbit: Orbit;
  readonly #placing: Placing;
  readonly #fingers = new Fingers();
  #enabled = true;
  #grip: Grip | null = null;
  #travel = 0;

  constructor(canvas: HTMLCanvasElement, editor: Editor, orbit: Orbit, placing: Placing) {
    this.#canvas = canvas;
    this.#editor = editor;
    this.#orbit = orbit;
    this.#placing = placing;
    canvas.addEventListener('pointerdown', this.#down);
    canvas.addEventListener('pointermove', this.#move);
    canvas.addEventListener('pointerup', this.#up);
    canvas.addEventListener('pointercancel', this.#up);
    canvas.addEventListener('wheel', this.#wheel, { passive: false });
    canvas.addEventListener('contextmenu', (event) => event.preventDefault());
  }

  /** Whether pointers build; whatever they held is let go. */
  enable(on: boolean): void {
    this.#enabled = on;
    this.#fingers.release();
    this.#grip = null;
  }

  readonly #down = (event: PointerEvent): void => {
    if (!this.#enabled) return;
    this.#canvas.setPointerCapture(event.pointerId);
    this.#fingers.press(event);
    if (this.#fingers.count > 1) {
      this.#editor.endGesture();
      this.#grip = { kind: 'pinch' };
      return;
    }
    this.#travel = 0;
    this.#grip = this.#take(event);
  };

  readonly #move = (event: PointerEvent): void => {
    if (!this.#enabled) return;
    const motion = this.#fingers.move(event);
    if (motion === null) {
      const spot = this.#spotAt(event);
      if (spot !== null) this.#placing.point(spot);
      return;
    }
    const { dx, dy, closing } = motion;
    this.#travel += Math.abs(dx) + Math.abs(dy);
    if (this.#grip?.kind === 'circle') this.#orbit.circle(dx, dy);
    else if (this.#grip?.kind === 'slide') this.#orbit.slide(dx, dy);
    else if (this.#grip?.kind === 'piece' && this.#travel >= CLICK) this.#drag(event, this.#grip);
    else if (this.#grip?.kind === 'pinch' && this.#fingers.count > 1) {
      // Two fingers move half as much together as either of them alone.
      this.#orbit.slide(dx / 2, dy / 2);
      this.#orbit.zoom(closing);
    }
  };

  readonly #up = (event: PointerEvent): void => {
    // What is left of a pinch does nothing: nobody lifts two fingers at once.
    if (!this.#fingers.lift(event) || this.#fingers.count > 0) return;
    const grip = this.#grip;
    this.#grip = null;
    this.#editor.endGesture();
    if (grip === null || grip.kind === 'pinch') return;
    if (this.#travel < CLICK && event.type === 'pointerup' && event.button === 0) this.#click(event);
  };

  readonly #wheel = (event: WheelEvent): void => {
    if (!this.#enabled) return;
    event.preventDefault();
    this.#orbit.zoom(event.deltaY > 0 ? 1.12 : 1 / 1.12);
  };

  #take(event: PointerEvent): Grip {
    if (event.button === 1 || event.shiftKey) return { kind: 'slide' };
    if (event.button === 2 || this.#editor.tool.value !== null) return { kind: 'circle' };
    const ray = this.#ray(event);
    const hit = hitPieces(ray, this.#editor.draft.value.pieces);
    const piece = this.#editor.draft.value.pieces.find(({ id }) => id === hit?.piece);
    if (hit === null || piece === undefined || piece.id !== this.#editor.selected.value) return { kind: 'circle' };
    const ground = hitPlane(ray, hit.at.y) ?? hit.at;
    return { kind: 'piece', piece, dx: piece.at[0] / UNITS - ground.x, dz: piece.at[2] / UNITS - ground.z };
  }

  #click(event: PointerEvent): void {
    const spot = this.#spotAt(event);
    if (spot !== null) {
      this.#placing.point(spot);
      this.#placing.setDown(event.shiftKey);
    } else this.#editor.selected.value = hitPieces(this.#ray(event), this.#editor.draft.value.pieces)?.piece ?? null;
  }

  #drag(event: PointerEvent, grip: PieceGrip): void {
    const { piece, dx, dz } = grip;
    const ground = hitPlane(this.#ray(event), piece.at[1] / UNITS);
    if (ground === null) return;
    const step = this.#editor.step.value;
    const at: Triple = [snap(ground.x + dx, step), piece.at[1], snap(ground.z + dz, step)];
    this.#editor.edit({ at }, `drag ${piece.id}`);
  }

  /** Where the piece in hand would stand under the pointer; null with empty hands, and over the sky. */
  #spotAt(event: PointerEvent): Spot | null {
    if (this.#editor.tool.value === null) return null;
    return spotOn(this.#ray(event), this.#editor.draft.value.pieces, this.#editor.step.value);
  }

  #ray({ clientX, clientY }: PointerEvent): Ray {
    return rayAt(this.#canvas, this.#orbit, clientX, clientY);
  }
}

/** The ray through a point of the page. @param x, y CSS pixels */
export function rayAt(canvas: HTMLCanvasElement, orbit: Orbit, x: number, y: number): Ray {
  const { left, top, width, height } = canvas.getBoundingClientRect();
  return orbit.ray(((x - left) / width) * 2 - 1, 1 - ((y - top) / height) * 2, width / height);
}
