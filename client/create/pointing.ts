/** Pointer and wheel over the workshop: place, select, drag along the ground, circle, slide, come closer. */
import type { Editor } from './editor.ts';
import { type Piece, type Triple, UNITS } from './piece.ts';
import { hitPieces, hitPlane, type Ray, snap } from './ray.ts';
import type { Hover, Workshop } from './workshop.ts';

/** What a pointer that is down does. */
type Grip = { readonly kind: 'circle' | 'slide' } | PieceGrip;
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
  /** Turn of the piece in hand, 1/24. */
  yaw = 0;
  enabled = true;
  readonly #canvas: HTMLCanvasElement;
  readonly #editor: Editor;
  readonly #workshop: Workshop;
  #grip: Grip | null = null;
  #travel = 0;
  #x = 0;
  #y = 0;

  constructor(canvas: HTMLCanvasElement, editor: Editor, workshop: Workshop) {
    this.#canvas = canvas;
    this.#editor = editor;
    this.#workshop = workshop;
    canvas.addEventListener('pointerdown', this.#down);
    canvas.addEventListener('pointermove', this.#move);
    canvas.addEventListener('pointerup', this.#up);
    canvas.addEventListener('pointercancel', this.#up);
    canvas.addEventListener('pointerleave', () => this.#workshop.hover(null));
    canvas.addEventListener('wheel', this.#wheel, { passive: false });
    canvas.addEventListener('contextmenu', (event) => event.preventDefault());
  }

  readonly #down = (event: PointerEvent): void => {
    if (!this.enabled || this.#grip !== null) return;
    this.#canvas.setPointerCapture(event.pointerId);
    this.#travel = 0;
    this.#x = event.clientX;
    this.#y = event.clientY;
    this.#grip = this.#take(event);
  };

  readonly #move = (event: PointerEvent): void => {
    if (!this.enabled) return;
    const dx = event.clientX - this.#x;
    const dy = event.clientY - this.#y;
    this.#x = event.clientX;
    this.#y = event.clientY;
    this.#travel += Math.abs(dx) + Math.abs(dy);
    if (this.#grip === null) this.#workshop.hover(this.#hoverAt(event));
    else if (this.#grip.kind === 'circle') this.#workshop.orbit.circle(dx, dy);
    else if (this.#grip.kind === 'slide') this.#workshop.orbit.slide(dx, dy);
    else if (this.#grip.kind === 'piece' && this.#travel >= CLICK) this.#drag(event, this.#grip);
  };

  readonly #up = (event: PointerEvent): void => {
    const grip = this.#grip;
    this.#grip = null;
    if (grip === null || !this.enabled) return;
    this.#editor.endGesture();
    if (this.#travel < CLICK && event.type === 'pointerup' && event.button === 0) this.#click(event);
  };

  readonly #wheel = (event: WheelEvent): void => {
    if (!this.enabled) return;
    event.preventDefault();
    this.#workshop.orbit.zoom(event.deltaY > 0 ? 1.12 : 1 / 1.12);
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
    const hover = this.#hoverAt(event);
    if (hover !== null) {
      this.#editor.place(hover.kind, hover.x, hover.foot, hover.z, hover.yaw);
      if (!event.shiftKey) this.#editor.tool.value = null;
      this.#workshop.hover(null);
      return;
    }
    this.#editor.selected.value = hitPieces(this.#ray(event), this.#editor.draft.value.pieces)?.piece ?? null;
  }

  #drag(event: PointerEvent, grip: PieceGrip): void {
    const { piece, dx, dz } = grip;
    const ground = hitPlane(this.#ray(event), piece.at[1] / UNITS);
    if (ground === null) return;
    const step = this.#editor.step.value;
    const at: Triple = [snap(ground.x + dx, step), piece.at[1], snap(ground.z + dz, step)];
    this.#editor.edit({ at }, `drag ${piece.id}`);
  }

  #hoverAt(event: PointerEvent): Hover | null {
    const kind = this.#editor.tool.value;
    if (kind === null) return null;
    const ray = this.#ray(event);
    const hit = hitPieces(ray, this.#editor.draft.value.pieces);
    const at = hit?.onTop === true ? hit.at : hitPlane(ray, 0);
    if (at === null) return null;
    const step = this.#editor.step.value;
    return { kind, x: snap(at.x, step), foot: Math.round(at.y * UNITS), z: snap(at.z, step), yaw: this.yaw };
  }

  #ray(event: PointerEvent): Ray {
    const box = this.#canvas.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * 2 - 1;
    const y = 1 - ((event.clientY - box.top) / box.height) * 2;
    return this.#workshop.orbit.ray(x, y, box.width / box.height);
  }
}
