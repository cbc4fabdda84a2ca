/** Pointer, fingers and wheel over the bench: what is under them is taken and moved, empty space turns the view. */
import { Fingers } from '#client/input/fingers.ts';

/** What pointing does; all points are (−1…1, −1…1) from the lower left of the picture. */
export interface PointingActs {
  /** True when the hand took what is there. */
  press(x: number, y: number): boolean;
  drag(x: number, y: number): void;
  /** The hand let go. */
  release(): void;
  tap(x: number, y: number): void;
  /** Null: the pointer has left. */
  hover(at: readonly [x: number, y: number] | null): void;
  /** Pixels. */
  circle(dx: number, dy: number): void;
  /** Pixels. */
  slide(dx: number, dy: number): void;
  zoom(factor: number): void;
}

/** A pointer that moved less than this was a click, px. */
const CLICK = 6;

/** Listens on the canvas until it is detached. */
export class BenchPointing {
  readonly #canvas: HTMLCanvasElement;
  readonly #acts: PointingActs;
  readonly #off = new AbortController();
  readonly #fingers = new Fingers();
  #mode: 'none' | 'hand' | 'turn' | 'slide' | 'pinch' = 'none';
  #travel = 0;

  constructor(canvas: HTMLCanvasElement, acts: PointingActs) {
    this.#canvas = canvas;
    this.#acts = acts;
    const { signal } = this.#off;
    canvas.addEventListener('pointerdown', this.#down, { signal });
    canvas.addEventListener('pointermove', this.#move, { signal });
    canvas.addEventListener('pointerup', this.#up, { signal });
    canvas.addEventListener('pointercancel', this.#up, { signal });
    canvas.addEventListener('pointerleave', () => acts.hover(null), { signal });
    canvas.addEventListener('wheel', this.#wheel, { signal, passive: false });
    canvas.addEventListener('contextmenu', (event) => event.preventDefault(), { signal });
  }

  detach(): void {
    this.#off.abort();
  }

  readonly #down = (event: PointerEvent): void => {
    this.#canvas.setPointerCapture(event.pointerId);
    this.#fingers.press(event);
    if (this.#fingers.count > 1) {
      if (this.#mode === 'hand') this.#acts.release();
      this.#mode = 'pinch';
      this.#travel = Number.POSITIVE_INFINITY;
      return;
    }
    this.#travel = 0;
    if (event.button === 1 || event.shiftKey) this.#mode = 'slide';
    else if (event.button === 0 && this.#acts.press(...this.#at(event))) this.#mode = 'hand';
    else this.#mode = 'turn';
  };

  readonly #move = (event: PointerEvent): void => {
    const motion = this.#fingers.move(event);
    if (motion === null) {
      this.#acts.hover(event.pointerType === 'touch' ? null : this.#at(event));
      return;
    }
    const { dx, dy, closing } = motion;
    this.#travel += Math.abs(dx) + Math.abs(dy);
    if (this.#mode === 'hand' && this.#travel >= CLICK) this.#acts.drag(...this.#at(event));
    else if (this.#mode === 'turn') this.#acts.circle(dx, dy);
    else if (this.#mode === 'slide') this.#acts.slide(dx, dy);
    else if (this.#mode === 'pinch') {
      // Two fingers move half as much together as either of them alone.
      this.#acts.circle(dx / 2, dy / 2);
      this.#acts.zoom(closing);
    }
  };

  readonly #up = (event: PointerEvent): void => {
    if (!this.#fingers.lift(event) || this.#fingers.count > 0) return;
    const clicked = event.type === 'pointerup' && event.button === 0 && this.#travel < CLICK;
    if (this.#mode === 'hand') this.#acts.release();
    if (clicked && (this.#mode === 'hand' || this.#mode === 'turn')) this.#acts.tap(...this.#at(event));
    this.#mode = 'none';
  };

  readonly #wheel = (event: WheelEvent): void => {
    event.preventDefault();
    this.#acts.zoom(event.deltaY > 0 ? 1.1 : 1 / 1.1);
  };

  #at(event: PointerEvent): readonly [x: number, y: number] {
    const box = this.#canvas.getBoundingClientRect();
    return [((event.clientX - box.left) / box.width) * 2 - 1, 1 - ((event.clientY - box.top) / box.height) * 2];
  }
}
